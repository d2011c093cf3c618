namespace Parelmuur.Kernel.Modules;

/// <summary>
/// What takes long the first time that somebody asks for it, such as a word list: made at start, beside the filling of the rooms.
/// </summary>
/// <param name="Make">Makes it; gets a scope of its own.</param>
public sealed record Preparation(Action<IServiceProvider> Make);
