using Microsoft.EntityFrameworkCore.Design;

namespace ContentApi.Data;

/// <summary>Lets <c>dotnet ef</c> build the model without a database.</summary>
internal sealed class DesignTimeContextFactory : IDesignTimeDbContextFactory<ContentDbContext>
{
    public ContentDbContext CreateDbContext(string[] args) => new(ContentDbContext.OptionsFor(connectionString: null));
}
