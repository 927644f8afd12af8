using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ContentApi.Parsing.FrontMatter;

/// <summary>Asks the YAML parser what it accepts.</summary>
internal static class YamlSyntax
{
    /// <summary>True for what the YAML parser throws at bad input: not only its own exceptions.</summary>
    public static bool IsFault(Exception e) => e is YamlException or InvalidOperationException or ArgumentException or FormatException or OverflowException;

    /// <summary>True for one document, not nested too deeply, without a line of <c>---</c> before it.</summary>
    public static bool Accepts(string yaml)
    {
        try
        {
            var events = new Parser(new StringReader(yaml));
            for (var depth = 0; events.MoveNext();)
            {
                depth += events.Current!.NestingIncrease;
                if (depth > MetaLimit.Depth || events.Current is DocumentStart { IsImplicit: false })
                    return false;
            }

            return true;
        }
        catch (Exception e) when (IsFault(e))
        {
            return false;
        }
    }
}
