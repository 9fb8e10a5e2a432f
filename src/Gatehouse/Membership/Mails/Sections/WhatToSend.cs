using Gatehouse.Membership.Mails.Rendering;
using static Gatehouse.Membership.Mails.Rendering.Span;

namespace Gatehouse.Membership.Mails.Sections;

/// <summary>For a mail without steps: what to tell whoever helps, and what nobody will ever ask for.</summary>
internal static class WhatToSend
{
    /// <param name="userName">Whom it is about.</param>
    /// <param name="requestedIn">The pull request behind it, in words, where there is one.</param>
    public static IEnumerable<Block> For(string userName, string? requestedIn) =>
    [
        new Block.Points(
            requestedIn is null ? (Prose)$"Give the user name: {Code(userName)}" : $"Give the user name, {Code(userName)}, and say that it is about {requestedIn}.",
            $"Never send a password, a 6-digit code or the secret of an access key. Nobody who helps you needs them."),
    ];
}
