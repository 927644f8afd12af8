namespace ContentApi.TestSupport.Xss;

/// <summary>A place in a body where an author may put anything.</summary>
/// <param name="Name">For messages.</param>
/// <param name="Dialect">Tool whose rules apply.</param>
/// <param name="Path">The file, whose extension says what it is written in.</param>
/// <param name="Body">The body, with <c>§</c> for what the author puts there.</param>
public sealed record XssFrame(string Name, string Dialect, string Path, string Body)
{
    /// <summary>The file with a vector in it; in the front matter too, of which texts are served.</summary>
    public string FileWith(XssVector vector)
    {
        var quoted = System.Text.Json.JsonSerializer.Serialize($"T {vector.Text}");
        return $"---\ntitle: {quoted}\ndescription: {quoted}\n---\n{Body.Replace("§", vector.Text)}\n";
    }
}
