using ContentApi.Data.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ContentApi.Data.Configurations;

internal sealed class CategoryClosureRowConfiguration : IEntityTypeConfiguration<CategoryClosureRow>
{
    public void Configure(EntityTypeBuilder<CategoryClosureRow> builder)
    {
        builder.ToTable("category_closure");
        builder.HasOne<CategoryRow>().WithMany().HasForeignKey(x => x.AncestorId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<CategoryRow>().WithMany().HasForeignKey(x => x.DescendantId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(x => new { x.DescendantId, x.Distance });
    }
}
