using ContentApi.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace ContentApi.Data;

/// <summary>The model of the database: the one place that says which tables and columns there are.</summary>
public sealed class ContentDbContext(DbContextOptions<ContentDbContext> options) : DbContext(options)
{
    /// <summary>Imported folders.</summary>
    public DbSet<SourceRow> Sources => Set<SourceRow>();

    /// <summary>Imported files.</summary>
    public DbSet<ArticleRow> Articles => Set<ArticleRow>();

    /// <summary>The category tree.</summary>
    public DbSet<CategoryRow> Categories => Set<CategoryRow>();

    /// <summary>Authors.</summary>
    public DbSet<AuthorRow> Authors => Set<AuthorRow>();

    /// <summary>Tags.</summary>
    public DbSet<TagRow> Tags => Set<TagRow>();

    /// <summary>Images.</summary>
    public DbSet<ImageRow> Images => Set<ImageRow>();

    /// <summary>Runs of the importer.</summary>
    public DbSet<ImportRunRow> ImportRuns => Set<ImportRunRow>();

    /// <summary>What importing said about files.</summary>
    public DbSet<DiagnosticRow> Diagnostics => Set<DiagnosticRow>();

    /// <summary>Former paths of articles.</summary>
    public DbSet<ArticleAliasRow> ArticleAliases => Set<ArticleAliasRow>();

    /// <summary>Links between files.</summary>
    public DbSet<ArticleLinkRow> ArticleLinks => Set<ArticleLinkRow>();

    /// <summary>Paths that articles have left.</summary>
    public DbSet<ArticleRedirectRow> ArticleRedirects => Set<ArticleRedirectRow>();

    /// <summary>Articles that the newest import of each source replaced.</summary>
    public DbSet<ArticleUndoRow> ArticleUndo => Set<ArticleUndoRow>();

    /// <summary>What else it replaced.</summary>
    public DbSet<ImportUndoRow> ImportUndo => Set<ImportUndoRow>();

    /// <summary>Imports that were planned.</summary>
    public DbSet<ImportPlanRow> ImportPlans => Set<ImportPlanRow>();

    /// <summary>API keys.</summary>
    public DbSet<ApiKeyRow> ApiKeys => Set<ApiKeyRow>();

    /// <summary>Gives the options of a context on this database.</summary>
    /// <param name="connectionString">An Npgsql connection string; null for the model alone.</param>
    public static DbContextOptions<ContentDbContext> OptionsFor(string? connectionString) =>
        new DbContextOptionsBuilder<ContentDbContext>()
            .UseNpgsql(connectionString)
            .UseSnakeCaseNamingConvention()
            .Options;

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(ContentDbContext).Assembly);

        // Order is ordinal in every database, whatever its own collation (contract C4).
        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
        {
            if (property.ClrType == typeof(string) && property.GetColumnType() is not ("json" or "jsonb"))
            {
                property.SetCollation("C");
            }
        }
    }
}
