using ContentApi.Data.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ContentApi.Data.Configurations;

internal sealed class ArticleRedirectRowConfiguration : IEntityTypeConfiguration<ArticleRedirectRow>
{
    public void Configure(EntityTypeBuilder<ArticleRedirectRow> builder)
    {
        builder.ToTable("article_redirect");

        // Checked at commit (see the migration): an import replaces an article whole, and its former paths stay.
        builder.HasOne<ArticleRow>().WithMany().HasForeignKey(x => x.ArticleId).OnDelete(DeleteBehavior.NoAction);
        builder.HasIndex(x => x.ArticleId);
        builder.HasIndex(x => x.Path).HasMethod("hash");
    }
}
