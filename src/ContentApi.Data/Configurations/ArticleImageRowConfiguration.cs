using ContentApi.Data.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ContentApi.Data.Configurations;

internal sealed class ArticleImageRowConfiguration : IEntityTypeConfiguration<ArticleImageRow>
{
    public void Configure(EntityTypeBuilder<ArticleImageRow> builder)
    {
        builder.ToTable("article_image");
        builder.HasOne(x => x.Article).WithMany().HasForeignKey(x => x.ArticleId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(x => x.Image).WithMany().HasForeignKey(x => x.ImageId).OnDelete(DeleteBehavior.Cascade);
        builder.HasNewestFirstIndex(
            x => new { x.ImageId, x.PublishedSort, x.ArticleId },
            x => new { x.ExpiresSort, x.Draft, x.Kind });
    }
}
