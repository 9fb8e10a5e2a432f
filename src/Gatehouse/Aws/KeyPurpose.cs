namespace Gatehouse.Aws;

/// <summary>What another account is entered for. Each purpose has a role of its own there, which can do that and no more, and a function may assume that role alone.</summary>
public enum KeyPurpose
{
    /// <summary>To read users, keys and the credential report.</summary>
    Look,

    /// <summary>To make keys of ours inactive or active, and to delete them.</summary>
    Act,

    /// <summary>To stop a leaked key and the sessions that it made; it deletes nothing.</summary>
    Cut,
}
