using System.Globalization;
using System.Text.Json.Nodes;
using CsCheck;

namespace ContentApi.GraphQL.Tests.Reference;

/// <summary>Makes filters on <c>params</c> out of the values that occur.</summary>
internal static class JsonFilterGen
{
    private static readonly JsonNode[] Odd = [new JsonObject(), new JsonArray(), 1, "wide", true, new JsonObject { ["list"] = new JsonArray() }, new JsonObject { ["rating"] = 4.0m }, new JsonObject { ["none"] = null }];

    public static Gen<JsonObject> Of(JsonNode[] values)
    {
        var part = Gen.Frequency((4, Gen.Select(Gen.OneOf(values), Gen.Int).Select((value, seed) => Part(value, new Random(seed))!)), (1, Gen.OneOf(Odd)));
        var operation = Gen.OneOf(
            part.Select(value => new JsonObject { ["contains"] = value.DeepClone() }),
            part.Select(value => new JsonObject { ["ncontains"] = value.DeepClone() }),
            Gen.OneOf("rating", "layout", "list", "none", "", "Rating").Select(key => new JsonObject { ["hasKey"] = key }),
            Gen.Select(Gen.OneOf(values), part, Gen.Int).Select((value, other, seed) => new JsonObject { ["pathEq"] = Place(value, other, new Random(seed)) }));
        return operation.Array[0, 2].Select(operations => new JsonObject { ["params"] = FilterGen.Merge(operations) });
    }

    // Some members and items of what there is, in any order.
    private static JsonNode? Part(JsonNode? value, Random random) => value switch
    {
        JsonObject members => new JsonObject(members.Where(member => IsName(member.Key) && random.Next(2) == 0).Select(member => KeyValuePair.Create(member.Key, Part(member.Value, random))).Reverse()),
        JsonArray items => new JsonArray([.. items.Where(_ => random.Next(2) == 0).Select(item => Part(item, random)).Reverse()]),
        _ => value?.DeepClone(),
    };

    private static JsonObject Place(JsonNode value, JsonNode other, Random random)
    {
        var path = new JsonArray();
        while (random.Next(4) > 0 && value is JsonObject { Count: > 0 } or JsonArray { Count: > 0 })
        {
            if (value is JsonArray items)
            {
                var place = random.Next(items.Count);
                path.Add((random.Next(2) == 0 ? place : place - items.Count).ToString(CultureInfo.InvariantCulture));
                value = items[place] ?? other;
            }
            else
            {
                var (key, member) = value.AsObject().ElementAt(random.Next(value.AsObject().Count));
                path.Add(key);
                value = member ?? other;
            }
        }

        return new JsonObject { ["path"] = path, ["value"] = (random.Next(4) == 0 || !IsLiteral(value) ? other : value).DeepClone() };
    }

    // A literal of a document has no other keys, a variable may.
    private static bool IsLiteral(JsonNode? value) => value switch
    {
        JsonObject members => members.All(member => IsName(member.Key) && IsLiteral(member.Value)),
        JsonArray items => items.All(IsLiteral),
        _ => true,
    };

    private static bool IsName(string key) => key.All(char.IsAsciiLetter);
}
