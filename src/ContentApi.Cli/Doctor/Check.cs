namespace ContentApi.Cli.Doctor;

/// <summary>One thing that was looked at.</summary>
/// <param name="Mark">How it ended.</param>
/// <param name="Name">What was looked at, in a word or two.</param>
/// <param name="Detail">What was seen.</param>
/// <param name="Remedy">A sentence that says what to do; null when there is nothing to do.</param>
internal sealed record Check(CheckMark Mark, string Name, string Detail, string? Remedy = null);
