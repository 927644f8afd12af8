using System.Text.Json;
using System.Text.RegularExpressions;

namespace ContentApi.Cli.Tests.Output;

/// <summary>The part of SARIF 2.1.0 (OASIS, with errata 01) that the report is written in: of each object the members that may be there.</summary>
internal static partial class SarifStructure
{
    // A member with ! has to be there. What is not listed is not written, so it cannot be wrong.
    private static readonly Dictionary<string, string[]> Objects = new(StringComparer.Ordinal)
    {
        ["sarifLog"] = ["$schema:uri", "version!:version", "runs!:run[]"],                                                            // 3.13
        ["run"] = ["tool!:tool", "automationDetails:runAutomationDetails", "columnKind:columnKind", "originalUriBaseIds:baseIds", "results:result[]"], // 3.14
        ["runAutomationDetails"] = ["id:id"],                                                                                         // 3.17
        ["tool"] = ["driver!:toolComponent"],                                                                                         // 3.18
        ["toolComponent"] = ["name!:text", "version:text", "rules:reportingDescriptor[]"],                                            // 3.19
        ["reportingDescriptor"] = ["id!:text", "shortDescription:message", "fullDescription:message", "help:message", "defaultConfiguration:reportingConfiguration"], // 3.49
        ["reportingConfiguration"] = ["level:level"],                                                                                 // 3.50
        ["baseIds"] = ["SRCROOT!:base"],                                                                                              // 3.14.14
        ["base"] = ["uri!:baseUri"],
        ["result"] = ["ruleId:text", "ruleIndex:index", "level:level", "message!:message", "locations:location[]"],                   // 3.27
        ["location"] = ["physicalLocation:physicalLocation"],                                                                         // 3.28
        ["physicalLocation"] = ["artifactLocation!:artifactLocation", "region:region"],                                               // 3.29
        ["artifactLocation"] = ["uri!:relativeUri", "uriBaseId:baseId"],                                                              // 3.4
        ["region"] = ["startLine!:place", "startColumn:place", "snippet:artifactContent"],                                            // 3.30
        ["artifactContent"] = ["text!:anyText"],                                                                                      // 3.3
        ["message"] = ["text!:text"],                                                                                                 // 3.11
    };

    private static readonly Dictionary<string, Predicate<JsonElement>> Values = new(StringComparer.Ordinal)
    {
        ["version"] = value => value.GetString() == "2.1.0",
        ["columnKind"] = value => value.GetString() is "utf16CodeUnits" or "unicodeCodePoints",
        ["level"] = value => value.GetString() is "none" or "note" or "warning" or "error",
        ["id"] = value => value.GetString()!.EndsWith('/'),   // a category alone, without the id of one run
        ["index"] = value => value.TryGetInt32(out var number) && number >= 0,
        ["place"] = value => value.TryGetInt32(out var number) && number >= 1,
        ["text"] = value => value.GetString() is { Length: > 0 },
        ["anyText"] = value => value.ValueKind == JsonValueKind.String,
        ["baseId"] = value => value.GetString() == "SRCROOT",
        ["uri"] = value => Characters().IsMatch(value.GetString()!) && Uri.IsWellFormedUriString(value.GetString(), UriKind.Absolute),

        // Absolute, and a folder: what is relative is resolved against it.
        ["baseUri"] = value => Characters().IsMatch(value.GetString()!) && value.GetString()!.StartsWith("file:///", StringComparison.Ordinal) && value.GetString()!.EndsWith('/'),

        // No scheme, no root, no folder above.
        ["relativeUri"] = value => Characters().IsMatch(value.GetString()!) && !value.GetString()!.Split('/').Any(part => part is "" or "." or ".." || part.Contains(':', StringComparison.Ordinal)),
    };

    /// <summary>Gives what breaks the rules, as paths in the log; empty when nothing does.</summary>
    public static IReadOnlyList<string> Faults(JsonElement log) => [.. Check(log, "sarifLog", "$"), .. CheckRules(log)];

    private static IEnumerable<string> Check(JsonElement value, string type, string path)
    {
        if (type.EndsWith("[]", StringComparison.Ordinal))
            return value.EnumerateArray().SelectMany((item, index) => Check(item, type[..^2], $"{path}[{index}]"));
        return Objects.TryGetValue(type, out var members)
            ? CheckMembers(value, members, path)
            : Values[type](value) ? [] : [$"{path} is no {type}: {value.GetRawText()}"];
    }

    private static IEnumerable<string> CheckMembers(JsonElement value, string[] members, string path)
    {
        var known = members.Select(member => member.Split(':')).ToDictionary(pair => pair[0].TrimEnd('!'), pair => (Type: pair[1], IsRequired: pair[0].EndsWith('!')));
        var names = value.EnumerateObject().Select(member => member.Name).ToList();
        return
        [
            .. known.Where(member => member.Value.IsRequired && !names.Contains(member.Key)).Select(member => $"{path}.{member.Key} is missing"),
            .. names.GroupBy(name => name).Where(group => group.Count() > 1).Select(group => $"{path}.{group.Key} is there twice"),
            .. value.EnumerateObject().SelectMany(member => known.TryGetValue(member.Name, out var rule) ? Check(member.Value, rule.Type, $"{path}.{member.Name}") : [$"{path}.{member.Name} is not known"]),
        ];
    }

    // 3.27.6: the index, where there is one, is that of the rule that the result names. 3.19.23: no rule is there twice.
    private static IEnumerable<string> CheckRules(JsonElement log)
    {
        foreach (var run in log.GetProperty("runs").EnumerateArray())
        {
            var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().Select(rule => rule.GetProperty("id").GetString()).ToList();
            if (rules.Distinct().Count() != rules.Count)
                yield return "a rule is there twice";
            foreach (var result in run.GetProperty("results").EnumerateArray())
            {
                if (result.TryGetProperty("ruleIndex", out var index) && rules.ElementAtOrDefault(index.GetInt32()) != result.GetProperty("ruleId").GetString())
                    yield return $"ruleIndex {index} is not that of {result.GetProperty("ruleId")}";
            }
        }
    }

    // RFC 3986, 2: unreserved and reserved characters, and others as % and two digits.
    [GeneratedRegex(@"\A(?:[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=]|%[0-9A-F]{2})+\z")]
    private static partial Regex Characters();
}
