using ContentApi.Data.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ContentApi.Data.Configurations;

internal sealed class ImportRunRowConfiguration : IEntityTypeConfiguration<ImportRunRow>
{
    public void Configure(EntityTypeBuilder<ImportRunRow> builder)
    {
        builder.ToTable("import_run");
        builder.Property(x => x.Id).ValueGeneratedNever();
        builder.HasOne(x => x.Source).WithMany().HasForeignKey(x => x.SourceId);
        builder.HasIndex(x => new { x.StartedAt, x.Id });
    }
}
