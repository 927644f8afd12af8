using ContentApi.GraphQL.Inputs;
using ContentApi.GraphQL.Planning;
using ContentApi.GraphQL.Schema.Fields;

namespace ContentApi.GraphQL.Schema.Filters;

/// <summary>
/// "The newest articles of a tag": where a filter demands one of a few tags, authors or categories, the newest-first indexes of their
/// edges give the page as it stands. To walk all articles instead, or to sort all that the tag has, costs the more the rarer or the
/// more frequent it is.
/// </summary>
internal static class DrivingList
{
    // Those with the fewest articles first, as a rule.
    private static readonly string[] Lists = ["tags", "authors", "categories"];

    /// <summary>
    /// Gives the articles of a list through the edges of what its filter demands, once for each of its demands; nothing when it
    /// demands nothing of the kind, or another order.
    /// </summary>
    public static IReadOnlyList<Func<Rowset>> All(FieldScope scope)
    {
        var isNewestFirst = OrderPlanner.Directions(scope.Arguments.Find("order")).All(key => key is (null, "publishedAt", _));
        if (!isNewestFirst || scope.Arguments.Find("where") is not ObjectInput where)
        {
            return [];
        }

        var lists = new List<Func<Rowset>>();
        foreach (var list in Lists.Select(name => (Name: name, Filter: (ListFilter)Entities.Article.Filters[name])))
        {
            if (Take(where, list.Name, list.Filter.IsOfFew) is var (demanded, rest))
            {
                lists.Add(() => Rows(list.Filter, demanded, rest, scope));
            }
        }

        return lists;
    }

    private static Rowset Rows(ListFilter list, ObjectInput demanded, ObjectInput rest, FieldScope scope)
    {
        var target = new TableScope(scope.Planner.NewAlias(list.Target().Alias));
        var condition = list.Condition(demanded, target, scope)!;
        var rows = list.Articles!(scope with { Owner = scope.Owner with { Row = target } }, list.IsOfWhole(demanded));
        rows.Driver = new RowsetDriver($"{list.Target().Table} {target.Alias}", condition, rest);
        return rows;
    }

    // Only what all articles of the list have to match: side by side, or below "and".
    private static (ObjectInput Demanded, ObjectInput Others)? Take(ObjectInput filter, string name, Func<ObjectInput, bool> isWanted)
    {
        foreach (var field in filter.Fields)
        {
            if (field.Key == name && field.Value is ObjectInput list && list.Find("some") is ObjectInput some && isWanted(some))
            {
                return (some, Without(filter, field, Without(list, list.Fields.First(operation => operation.Key == "some"), null)));
            }

            foreach (var item in field is { Key: "and", Value: ListInput all } ? all.Items.Cast<ObjectInput>() : [])
            {
                if (Take(item, name, isWanted) is var (demanded, rest))
                {
                    return (demanded, Without(filter, field, new ListInput([.. ((ListInput)field.Value).Items.Select(other => ReferenceEquals(other, item) ? rest : other)])));
                }
            }
        }

        return null;
    }

    private static ObjectInput Without(ObjectInput filter, KeyValuePair<string, InputValue> field, InputValue? replacement) =>
        new([.. filter.Fields.Where(other => other.Key != field.Key), .. replacement is null ? [] : new[] { KeyValuePair.Create(field.Key, replacement) }]);
}
