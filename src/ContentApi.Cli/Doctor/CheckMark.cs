namespace ContentApi.Cli.Doctor;

/// <summary>How a check ended.</summary>
internal enum CheckMark
{
    /// <summary>As it should be.</summary>
    Good,

    /// <summary>Nothing to judge: told because it helps.</summary>
    Note,

    /// <summary>Not as it should be, and nothing needs it.</summary>
    Warning,

    /// <summary>Something needed is missing.</summary>
    Fault,
}
