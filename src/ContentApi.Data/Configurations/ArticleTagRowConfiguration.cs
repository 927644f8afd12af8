using ContentApi.Data.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ContentApi.Data.Configurations;

internal sealed class ArticleTagRowConfiguration : IEntityTypeConfiguration<ArticleTagRow>
{
    public void Configure(EntityTypeBuilder<ArticleTagRow> builder)
    {
        builder.ToTable("article_tag");
        builder.HasOne(x => x.Article).WithMany().HasForeignKey(x => x.ArticleId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(x => x.Tag).WithMany().HasForeignKey(x => x.TagId).OnDelete(DeleteBehavior.Cascade);
        builder.HasExpiringIndex(x => new { x.TagId, x.ExpiresSort }, x => x.PublishedSort);
        builder.HasNewestFirstIndex(
            x => new { x.TagId, x.PublishedSort, x.ArticleId },
            x => new { x.ExpiresSort, x.Draft, x.Kind });
    }
}
