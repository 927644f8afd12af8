using ContentApi.Data.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ContentApi.Data.Configurations;

internal sealed class ArticleAliasRowConfiguration : IEntityTypeConfiguration<ArticleAliasRow>
{
    public void Configure(EntityTypeBuilder<ArticleAliasRow> builder)
    {
        builder.ToTable("article_alias");
        builder.HasOne<ArticleRow>().WithMany().HasForeignKey(x => x.ArticleId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(x => x.Path).HasMethod("hash");
    }
}
