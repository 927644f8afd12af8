using System.Linq.Expressions;
using System.Reflection;
using ContentApi.Data.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ContentApi.Data.Tests;

public sealed class TableTests
{
    private static readonly IModel Model = DesignTimeModel();

    public static TheoryData<Type> Rows => [.. Model.GetEntityTypes().Select(x => x.ClrType)];

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_table_is_named_as_the_model_names_it(Type row) =>
        typeof(TableTests).GetMethod(nameof(Compare), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(row).Invoke(null, null);

    [Fact]
    public void What_is_no_column_is_refused() =>
        Assert.Throws<ArgumentException>(() => TableMap.Of<ArticleRow>().Column(x => x.Title.Length));

    private static void Compare<TRow>()
    {
        var entity = Model.FindEntityType(typeof(TRow))!;
        var table = TableMap.Of<TRow>();
        var place = StoreObjectIdentifier.Table(entity.GetTableName()!, entity.GetSchema());

        Assert.Equal(entity.GetTableName(), table.Name);
        Assert.Equal(entity.FindPrimaryKey()!.Properties.Select(x => x.GetColumnName(place)), table.KeyColumns);
        foreach (var property in entity.GetProperties())
        {
            var row = Expression.Parameter(typeof(TRow));
            var value = Expression.Lambda<Func<TRow, object?>>(Expression.Convert(Expression.Property(row, property.PropertyInfo!), typeof(object)), row);
            Assert.Equal(property.GetColumnName(place), table.Column(value));
            Assert.Equal(property.IsNullable, table.IsNullable(value));
            Assert.Equal(property.GetColumnType() == "json", table.IsJson(value));
        }
    }

    private static IModel DesignTimeModel()
    {
        using var context = new ContentDbContext(ContentDbContext.OptionsFor(connectionString: null));
        return context.GetService<IDesignTimeModel>().Model;
    }
}
