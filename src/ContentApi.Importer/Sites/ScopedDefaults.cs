using ContentApi.Parsing;

namespace ContentApi.Importer.Sites;

/// <summary>Values that a site gives to some of its files.</summary>
/// <param name="Values">The values, with the file that gives them.</param>
/// <param name="Scope">What they are for, in one text: two that are for the same files have the same.</param>
/// <param name="Rank">Where several are for one file, the highest comes first.</param>
/// <param name="Applies">True for the path, in the imported folder, of a file that they are for.</param>
internal sealed record ScopedDefaults(FieldDefaults Values, string Scope, int Rank, Func<string, bool> Applies);
