using System.Reflection;
using System.Runtime.Intrinsics;

namespace Parelmuur.Search.Tests.Index;

/// <summary>What works on many numbers at once is not compiled ahead of a start: without care it is many times slower (decision 0082).</summary>
public class VectorTests
{
    private const BindingFlags All = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly Type[] Vectors = [typeof(Vector128<>), typeof(Vector256<>), typeof(Vector512<>)];

    [Fact]
    public void Methods_WithVectors_AreCompiledAtFullStrengthAtOnce()
    {
        var methods = typeof(SearchEngine).Assembly.GetTypes().SelectMany(type => type.GetMethods(All))
            .Where(method => method.GetMethodBody()?.LocalVariables.Any(local => IsVector(local.LocalType)) == true)
            .ToList();

        Assert.NotEmpty(methods);
        Assert.All(methods, method => Assert.True(
            method.MethodImplementationFlags.HasFlag(MethodImplAttributes.AggressiveOptimization)
            || method.MethodImplementationFlags.HasFlag(MethodImplAttributes.AggressiveInlining),
            $"{method.DeclaringType?.Name}.{method.Name}"));
    }

    private static bool IsVector(Type type) => type.IsGenericType &&
        (Vectors.Contains(type.GetGenericTypeDefinition()) || type.GetGenericArguments().Any(IsVector));
}
