namespace ContentApi.TestSupport.Xss;

/// <summary>One attempt to make served HTML run, load or take over something.</summary>
/// <param name="Kind">What it tries.</param>
/// <param name="Text">HTML, Markdown or template code.</param>
public sealed record XssVector(string Kind, string Text);
