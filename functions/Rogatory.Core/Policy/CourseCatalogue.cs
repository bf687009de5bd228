namespace Rogatory.Core.Policy;

/// <summary>The course catalogue as written.</summary>
/// <param name="Title">Its name.</param>
/// <param name="Version">The day on which it was last changed.</param>
/// <param name="Source">Where its texts were read.</param>
/// <param name="Courses">The courses.</param>
internal sealed record CourseCatalogue(string Title, DateOnly Version, string Source, IReadOnlyList<Course> Courses);
