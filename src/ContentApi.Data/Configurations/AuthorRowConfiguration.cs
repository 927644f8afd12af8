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
        builder.HasIndex(x => x.Slug).HasMethod("hash");
    }
}
