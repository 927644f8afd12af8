using ContentApi.Data.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ContentApi.Data.Configurations;

internal sealed class ArticleAuthorRowConfiguration : IEntityTypeConfiguration<ArticleAuthorRow>
{
    public void Configure(EntityTypeBuilder<ArticleAuthorRow> builder)
    {
        builder.ToTable("article_author");
        builder.HasOne(x => x.Article).WithMany().HasForeignKey(x => x.ArticleId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(x => x.Author).WithMany().HasForeignKey(x => x.AuthorId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(x => x.Avatar).WithMany().HasForeignKey(x => x.AvatarId).OnDelete(DeleteBehavior.SetNull);

        // Most name no portrait; those that do are found when an image is asked whether a visible article names it.
        builder.HasIndex(x => x.AvatarId).HasFilter("avatar_id is not null");
        builder.HasExpiringIndex(x => new { x.AuthorId, x.ExpiresSort }, x => x.PublishedSort);
        builder.HasNewestFirstIndex(
            x => new { x.AuthorId, x.PublishedSort, x.ArticleId },
            x => new { x.ExpiresSort, x.Draft, x.Kind });
    }
}
