using ContentApi.Data.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ContentApi.Data.Configurations;

internal sealed class AuthorRowConfiguration : IEntityTypeConfiguration<AuthorRow>
{
    public void Configure(EntityTypeBuilder<AuthorRow> builder)
    {
        builder.ToTable("author");
        builder.Property(x => x.Id).ValueGeneratedNever();
        builder.Property(x => x.ListedArticles).HasDefaultValue(0);
        builder.HasOne(x => x.Avatar).WithMany().HasForeignKey(x => x.AvatarId).OnDelete(DeleteBehavior.SetNull);
        builder.HasIndex(x => x.Slug).HasMethod("hash");

        // Most authors have no portrait; the few are found when an image is deleted.
        builder.HasIndex(x => x.AvatarId).HasFilter("avatar_id is not null");
    }
}
