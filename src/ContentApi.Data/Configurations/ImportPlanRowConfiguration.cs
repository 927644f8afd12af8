using ContentApi.Data.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ContentApi.Data.Configurations;

internal sealed class ImportPlanRowConfiguration : IEntityTypeConfiguration<ImportPlanRow>
{
    public void Configure(EntityTypeBuilder<ImportPlanRow> builder)
    {
        builder.ToTable("import_plan");
        builder.Property(x => x.Id).ValueGeneratedNever();
    }
}
