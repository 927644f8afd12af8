using ContentApi.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;

namespace ContentApi.Benchmarks.Queries.Contenders;

/// <summary>Makes pooled contexts that track nothing.</summary>
internal static class ContentContexts
{
    public static PooledDbContextFactory<ContentDbContext> Over(NpgsqlDataSource dataSource)
    {
        var options = new DbContextOptionsBuilder<ContentDbContext>();
        options.UseNpgsql(dataSource)
            .UseSnakeCaseNamingConvention()
            .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
            .EnableThreadSafetyChecks(enableChecks: false);
        return new PooledDbContextFactory<ContentDbContext>(options.Options);
    }
}
