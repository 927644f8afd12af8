using ContentApi.Data.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ContentApi.Data.Configurations;

internal sealed class ImageRowConfiguration : IEntityTypeConfiguration<ImageRow>
{
    public void Configure(EntityTypeBuilder<ImageRow> builder)
    {
        builder.ToTable("image");
        builder.Property(x => x.Id).ValueGeneratedNever();
        builder.Property(x => x.ByteSizeSort).HasComputedColumnSql("coalesce(byte_size, -1)", stored: true);
        builder.HasOne(x => x.Source).WithMany().HasForeignKey(x => x.SourceId);

        // Addresses may be longer than a B-tree entry can be (2,704 bytes), so look-ups go by hash.
        builder.HasIndex(x => x.Url).HasMethod("hash");
        builder.HasIndex(x => x.ContentHash);
        builder.HasIndex(x => new { x.ByteSizeSort, x.Id });
    }
}
