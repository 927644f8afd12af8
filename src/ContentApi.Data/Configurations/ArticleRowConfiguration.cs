using ContentApi.Data.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ContentApi.Data.Configurations;

internal sealed class ArticleRowConfiguration : IEntityTypeConfiguration<ArticleRow>
{
    // What anonymous lists see, but for the two instants that are compared at read time.
    private const string Listed = "not draft and kind = 'ARTICLE'";

    public void Configure(EntityTypeBuilder<ArticleRow> builder)
    {
        builder.ToTable("article");
        builder.Property(x => x.Id).ValueGeneratedNever();
        builder.Property(x => x.PublishedSort).HasComputedColumnSql("coalesce(published_at, '-infinity'::timestamptz)", stored: true);
        builder.Property(x => x.UpdatedSort).HasComputedColumnSql("coalesce(updated_at, '-infinity'::timestamptz)", stored: true);
        builder.Property(x => x.ExpiresSort).HasComputedColumnSql("coalesce(expires_at, 'infinity'::timestamptz)", stored: true);
        builder.Property(x => x.WeightSort).HasComputedColumnSql("coalesce(weight, '-infinity'::float8)", stored: true);
        builder.Property(x => x.SeriesSort).HasComputedColumnSql("coalesce(series_position, 'infinity'::float8)", stored: true);

        builder.HasOne(x => x.Source).WithMany().HasForeignKey(x => x.SourceId);
        builder.HasOne(x => x.Cover).WithMany().HasForeignKey(x => x.CoverId).OnDelete(DeleteBehavior.SetNull);
        builder.HasOne(x => x.PrimaryCategory).WithMany().HasForeignKey(x => x.PrimaryCategoryId).OnDelete(DeleteBehavior.SetNull);

        builder.HasIndex(x => new { x.SourceId, x.FilePath }).IsUnique();
        builder.HasIndex(x => new { x.SourceId, x.Path }).IsUnique();

        // Look-ups across sources. A B-tree entry ends at 2,704 bytes and texts of users do not, so these are hash indexes;
        // the importer bounds the two paths above.
        builder.HasIndex(x => x.Path).HasMethod("hash");
        builder.HasIndex(x => x.FilePath).HasMethod("hash");
        builder.HasIndex(x => x.Slug).HasMethod("hash");
        builder.HasIndex(x => x.TranslationKey).HasMethod("hash");

        // Lists, newest first and in the other orders.
        builder.HasIndex(x => new { x.PublishedSort, x.Id }).IsDescending(true, true).IncludeProperties(x => x.ExpiresSort).HasFilter(Listed);
        builder.HasIndex(x => new { x.UpdatedSort, x.Id }).IsDescending(true, true).HasFilter(Listed);
        builder.HasIndex(x => new { x.WeightSort, x.Id }).IsDescending(true, true).HasFilter(Listed);
        builder.HasIndex(x => new { x.WordCount, x.Id }).IsDescending(true, true).HasFilter(Listed);
        builder.HasIndex(x => new { x.Locale, x.PublishedSort, x.Id }).IsDescending(false, true, true).IncludeProperties(x => x.ExpiresSort).HasFilter(Listed);

        // The next instants at which answers change, of articles that have one and no list above has.
        builder.HasIndex(x => x.PublishedSort).HasFilter("not draft and kind <> 'ARTICLE'");
        builder.HasIndex(x => x.ExpiresSort).HasFilter("not draft and expires_sort < 'infinity'");

        // Neighbours. The parser bounds the name of a series, and with it the slug.
        builder.HasIndex(x => new { x.PrimaryCategoryId, x.Locale, x.PublishedSort, x.Id }).IsDescending(false, false, true, true);
        builder.HasIndex(x => new { x.SeriesSlug, x.SeriesSort, x.PublishedSort, x.Id }).HasFilter("series_slug is not null");
    }
}
