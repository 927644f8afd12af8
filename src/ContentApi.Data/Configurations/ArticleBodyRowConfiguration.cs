using ContentApi.Data.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ContentApi.Data.Configurations;

internal sealed class ArticleBodyRowConfiguration : IEntityTypeConfiguration<ArticleBodyRow>
{
    public void Configure(EntityTypeBuilder<ArticleBodyRow> builder)
    {
        builder.ToTable("article_body");

        // The three texts of a usual article stay in its row, compressed, as long as they fit on a page: that is one page to write and to
        // read instead of a dozen pieces and their index.
        builder.HasStorageParameter("toast_tuple_target", 8160);

        // lz4 halves what compression costs at import and at read.
        builder.Property(x => x.Raw).UseCompressionMethod("lz4");
        builder.Property(x => x.Html).UseCompressionMethod("lz4");
        builder.Property(x => x.Text).UseCompressionMethod("lz4");
    }
}
