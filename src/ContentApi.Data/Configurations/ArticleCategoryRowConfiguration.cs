using ContentApi.Data.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ContentApi.Data.Configurations;

internal sealed class ArticleCategoryRowConfiguration : IEntityTypeConfiguration<ArticleCategoryRow>
{
    public void Configure(EntityTypeBuilder<ArticleCategoryRow> builder)
    {
        builder.ToTable("article_category");
        builder.HasOne(x => x.Article).WithMany().HasForeignKey(x => x.ArticleId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(x => x.Category).WithMany().HasForeignKey(x => x.CategoryId).OnDelete(DeleteBehavior.Cascade);
        builder.HasExpiringIndex(x => new { x.CategoryId, x.ExpiresSort }, x => x.PublishedSort);
        builder.HasNewestFirstIndex(
            x => new { x.CategoryId, x.PublishedSort, x.ArticleId },
            x => new { x.ExpiresSort, x.Draft, x.Kind, x.IsLeaf });
    }
}
