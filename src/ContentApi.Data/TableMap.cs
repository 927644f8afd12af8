using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ContentApi.Data;

/// <summary>Gives the tables of the EF Core model.</summary>
public static class TableMap
{
    private static readonly Lazy<IModel> Model = new(static () =>
    {
        using var context = new ContentDbContext(ContentDbContext.OptionsFor(connectionString: null));
        return context.GetService<IDesignTimeModel>().Model;
    });

    /// <summary>Gives the table of a row class.</summary>
    public static Table<TRow> Of<TRow>() => TableCache<TRow>.Table;

    private static class TableCache<TRow>
    {
        public static readonly Table<TRow> Table = new(Model.Value);
    }
}
