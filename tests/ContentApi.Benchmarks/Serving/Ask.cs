namespace ContentApi.Benchmarks.Serving;

/// <summary>A request that is sent again and again, to our server and, with nothing but another address, to the static one.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Body">Of a POST; null for GET.</param>
/// <param name="Headers">Headers beside those that every client sends.</param>
internal sealed record Ask(string Name, string? Body, params IReadOnlyList<(string Name, string Value)> Headers);
