using ContentApi.Parsing.Diagnostics;

namespace ContentApi.Parsing.FrontMatter;

/// <summary>Longest values that fields take, in UTF-16 units. A database indexes most of them.</summary>
internal static class FieldLimit
{
    public const int Title = 1000;

    public const int Name = 200;

    public const int Slug = 200;

    public const int Path = 800;

    /// <summary>Cuts a value that is too long, with a warning.</summary>
    public static string Apply(string value, int limit, string what, Place place, DiagnosticBag bag)
    {
        if (value.Length <= limit)
            return value;
        bag.Warn(DiagnosticCode.TooLong, place, $"the {what} has {value.Length} characters and was cut to {limit}");
        return Wellformed.Cut(value, limit).TrimEnd();
    }
}
