using System.Buffers;
using System.Text;

namespace ContentApi.Parsing.Body;

/// <summary>The candidates of a <c>srcset</c> (HTML standard, 4.8.4.2.1).</summary>
internal static class SrcSet
{
    // A width in w, a height in h, a density in x.
    private static readonly SearchValues<char> DescriptorCharacters = SearchValues.Create("0123456789.eE+-wxh ");

    /// <summary>Address and descriptor of each candidate.</summary>
    public static IEnumerable<(string Address, string Descriptor)> Parse(string value)
    {
        var at = 0;
        while (at < value.Length)
        {
            while (at < value.Length && (char.IsWhiteSpace(value[at]) || value[at] == ','))
                at++;
            var start = at;
            while (at < value.Length && !char.IsWhiteSpace(value[at]))
                at++;
            var address = value[start..at];
            if (address.Length == 0)
                yield break;
            if (address[^1] == ',')
            {
                yield return (address.TrimEnd(','), "");
                continue;
            }

            var comma = value.IndexOf(',', at);
            var end = comma < 0 ? value.Length : comma;
            yield return (address, value[at..end].Trim());
            at = end;
        }
    }

    /// <summary>The candidates that may be shown, with other addresses; empty when there is none.</summary>
    public static string Map(string value, Func<string, string> serve)
    {
        var result = new StringBuilder(value.Length);
        foreach (var (address, descriptor) in Parse(value))
        {
            if (!WebAddress.IsSafeImage(address) || descriptor.AsSpan().IndexOfAnyExcept(DescriptorCharacters) >= 0)
                continue;
            if (result.Length > 0)
                result.Append(", ");
            result.Append(serve(address));
            if (descriptor.Length > 0)
                result.Append(' ').Append(descriptor);
        }

        return result.ToString();
    }
}
