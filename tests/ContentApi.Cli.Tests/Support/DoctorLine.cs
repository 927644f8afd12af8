namespace ContentApi.Cli.Tests.Support;

/// <summary>One check of <c>contentapi doctor</c>.</summary>
internal sealed record DoctorLine(string Mark, string Name, string Detail, string? Remedy = null);
