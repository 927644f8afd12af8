using ContentApi.Data.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ContentApi.Data.Configurations;

internal sealed class DiagnosticRowConfiguration : IEntityTypeConfiguration<DiagnosticRow>
{
    public void Configure(EntityTypeBuilder<DiagnosticRow> builder)
    {
        builder.ToTable("diagnostic");
        builder.Property(x => x.Id).ValueGeneratedNever();
        builder.HasIndex(x => x.Id).IsUnique();
        builder.HasIndex(x => x.ImportRunId);
        builder.HasOne(x => x.Source).WithMany().HasForeignKey(x => x.SourceId);

        // What is said about a file holds until the file is read again, so its run must not be deleted before.
        builder.HasOne(x => x.ImportRun).WithMany().HasForeignKey(x => x.ImportRunId).OnDelete(DeleteBehavior.NoAction);
    }
}
