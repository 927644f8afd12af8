namespace ContentApi.GraphQL.Planning;

/// <summary>Where an object of the response takes its values from.</summary>
/// <param name="Row">Its row.</param>
/// <param name="IsPreview">True when drafts, scheduled and expired articles are shown to this caller.</param>
/// <param name="Parent">Row of the object around it, for objects that are a part of another.</param>
internal sealed record ObjectScope(RowScope Row, bool IsPreview, RowScope? Parent = null);
