using ContentApi.Data.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ContentApi.Data.Configurations;

internal sealed class CategoryRowConfiguration : IEntityTypeConfiguration<CategoryRow>
{
    public void Configure(EntityTypeBuilder<CategoryRow> builder)
    {
        builder.ToTable("category");
        builder.Property(x => x.Id).ValueGeneratedNever();
        builder.Property(x => x.ListedArticles).HasDefaultValue(0);
        builder.HasOne(x => x.Parent).WithMany().HasForeignKey(x => x.ParentId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(x => x.Path).HasMethod("hash");
        builder.HasIndex(x => x.ParentId);
    }
}
