using ContentApi.Data.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ContentApi.Data.Configurations;

internal sealed class TagRowConfiguration : IEntityTypeConfiguration<TagRow>
{
    public void Configure(EntityTypeBuilder<TagRow> builder)
    {
        builder.ToTable("tag");
        builder.Property(x => x.Id).ValueGeneratedNever();
        builder.Property(x => x.ListedArticles).HasDefaultValue(0);
        builder.HasIndex(x => x.Slug).HasMethod("hash");
    }
}
