using ContentApi.Data.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ContentApi.Data.Configurations;

internal sealed class ImportUndoRowConfiguration : IEntityTypeConfiguration<ImportUndoRow>
{
    public void Configure(EntityTypeBuilder<ImportUndoRow> builder)
    {
        builder.ToTable("import_undo");
        builder.Property(x => x.Content).UseCompressionMethod("lz4");
        builder.HasIndex(x => new { x.ImportRunId, x.TableName, x.Id });
    }
}
