using ContentApi.Data.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ContentApi.Data.Configurations;

internal sealed class ArticleUndoRowConfiguration : IEntityTypeConfiguration<ArticleUndoRow>
{
    public void Configure(EntityTypeBuilder<ArticleUndoRow> builder) => builder.ToTable("article_undo");
}
