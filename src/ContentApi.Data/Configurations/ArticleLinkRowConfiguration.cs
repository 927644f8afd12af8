using ContentApi.Data.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ContentApi.Data.Configurations;

internal sealed class ArticleLinkRowConfiguration : IEntityTypeConfiguration<ArticleLinkRow>
{
    public void Configure(EntityTypeBuilder<ArticleLinkRow> builder)
    {
        builder.ToTable("article_link");
        builder.HasOne<ArticleRow>().WithMany().HasForeignKey(x => x.ArticleId).OnDelete(DeleteBehavior.Cascade);
    }
}
