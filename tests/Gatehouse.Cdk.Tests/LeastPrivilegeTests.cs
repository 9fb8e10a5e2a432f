using System.Text.Json.Nodes;

namespace Gatehouse.Cdk.Tests;

/// <summary>What each role may do, line by line. A line that is added here is a right that someone has thought about.</summary>
[Collection(Synthesised.Name)]
public sealed class LeastPrivilegeTests(Synthesis synthesis)
{
    private const string Place = "eu-west-2:111122223333";

    /// <summary>AWS offers no resources for these actions, so that "*" is the only value it takes.</summary>
    private static readonly HashSet<string> WithoutResources =
    [
        "iam:GenerateCredentialReport", "iam:GetAccountAuthorizationDetails", "iam:GetAccountPasswordPolicy", "iam:GetCredentialReport", "iam:ListAccountAliases",
        "iam:ListVirtualMFADevices", "iam:UpdateAccountPasswordPolicy",
        "logs:CreateLogDelivery", "logs:DeleteLogDelivery", "logs:DescribeLogGroups", "logs:DescribeResourcePolicies",
        "logs:GetLogDelivery", "logs:ListLogDeliveries", "logs:PutResourcePolicy", "logs:UpdateLogDelivery",
        "sts:GetAccessKeyInfo",
        "xray:PutTelemetryRecords", "xray:PutTraceSegments",
    ];

    /// <summary>The condition under which keys are changed: IAM itself looks at the tag, at the moment of the call.</summary>
    private const string OfOurs = """ if iam:ResourceTag/managed-by is ["gatehouse","gatehouse-machine"]""";

    /// <summary>The functions that enter other accounts, each by the role of its own purpose.</summary>
    private static readonly Dictionary<string, string> EntersAccounts = new()
    {
        ["gatehouse-AssessKeys"] = "gatehouse-keys-look",
        ["gatehouse-ApplyKeys"] = "gatehouse-keys-act",
        ["gatehouse-RespondToLeak"] = "gatehouse-keys-cut",
    };

    private static readonly string[] OfMembership = ["LockMembership", "PlanMembership", "ApplyMembershipChange", "WelcomePerson", "NotifyPerson", "GiveUpChange", "ReportMembership"];

    private static readonly string[] OfMfa = ["SweepMfa", "ExamineMfa", "GiveUpMfa", "ReportMfa"];

    private static readonly string[] OfRotation = ["FindRotations", "ReplaceDeployKey", "TestDeployKey", "RetireDeployKey", "GiveUpRotation", "ReportRotations"];

    private static readonly string[] OfLeaks = ["RespondToLeak", "GiveUpLeak"];

    private static readonly string[] OfKeys = ["BeginKeys", "AssessKeys", "PlanKeys", "ApplyKeys", "GiveUpKeys", "ReportKeys"];

    private static readonly string[] OfPreview = ["PreviewPullRequest", "SayPreviewFailed"];

    private Template Template => synthesis.Template;

    public static TheoryData<string, string> Functions => new()
    {
        {
            "ReceiveWebhook", $"""
            secretsmanager:GetSecretValue on secretsmanager:{Place}:secret:gatehouse/github-webhook-AbCdEf
            states:DescribeExecution on states:{Place}:execution:gatehouse-leaks:*
            states:DescribeExecution on states:{Place}:execution:gatehouse-membership:*
            states:DescribeExecution on states:{Place}:execution:gatehouse-preview:*
            states:StartExecution on states:{Place}:stateMachine:gatehouse-leaks
            states:StartExecution on states:{Place}:stateMachine:gatehouse-membership
            states:StartExecution on states:{Place}:stateMachine:gatehouse-preview
            """
        },
        {
            "LockMembership", $"""
            dynamodb:GetItem on dynamodb:{Place}:table/gatehouse-ledger
            dynamodb:PutItem on dynamodb:{Place}:table/gatehouse-ledger
            states:DescribeExecution on states:{Place}:execution:gatehouse-membership:*
            """
        },
        {
            "PlanMembership", $"""
            dynamodb:GetItem on dynamodb:{Place}:table/gatehouse-ledger
            dynamodb:Query on dynamodb:{Place}:table/gatehouse-ledger/index/by-person
            dynamodb:Query on dynamodb:{Place}:table/gatehouse-ledger/index/open
            iam:GenerateCredentialReport on *
            iam:GetAccountAuthorizationDetails on *
            iam:GetCredentialReport on *
            iam:GetLoginProfile on iam::111122223333:user/* if iam:ResourceTag/managed-by is gatehouse
            iam:ListAccountAliases on *
            s3:PutObject on s3:::plan-bucket/plans/*
            secretsmanager:GetSecretValue on secretsmanager:{Place}:secret:gatehouse/github-AbCdEf
            """
        },
        {
            "ApplyMembershipChange", $"""
            dynamodb:DeleteItem on dynamodb:{Place}:table/gatehouse-ledger
            dynamodb:GetItem on dynamodb:{Place}:table/gatehouse-ledger
            dynamodb:PutItem on dynamodb:{Place}:table/gatehouse-ledger
            dynamodb:Query on dynamodb:{Place}:table/gatehouse-ledger/index/open
            dynamodb:UpdateItem on dynamodb:{Place}:table/gatehouse-ledger
            iam:AddUserToGroup on iam::111122223333:group/CrossAccountAccess
            iam:CreateUser on iam::111122223333:user/* if aws:RequestTag/managed-by is gatehouse
            iam:DeactivateMFADevice on iam::111122223333:user/* if iam:ResourceTag/managed-by is gatehouse
            iam:DeleteAccessKey on iam::111122223333:user/* if iam:ResourceTag/managed-by is gatehouse
            iam:DeleteLoginProfile on iam::111122223333:user/* if iam:ResourceTag/managed-by is gatehouse
            iam:DeleteSSHPublicKey on iam::111122223333:user/* if iam:ResourceTag/managed-by is gatehouse
            iam:DeleteServiceSpecificCredential on iam::111122223333:user/* if iam:ResourceTag/managed-by is gatehouse
            iam:DeleteSigningCertificate on iam::111122223333:user/* if iam:ResourceTag/managed-by is gatehouse
            iam:DeleteUser on iam::111122223333:user/* if iam:ResourceTag/managed-by is gatehouse
            iam:DeleteUserPermissionsBoundary on iam::111122223333:user/* if iam:ResourceTag/managed-by is gatehouse
            iam:DeleteUserPolicy on iam::111122223333:user/* if iam:ResourceTag/managed-by is gatehouse
            iam:DeleteVirtualMFADevice on iam::111122223333:mfa/*
            iam:DetachUserPolicy on iam::111122223333:user/* if iam:ResourceTag/managed-by is gatehouse
            iam:GetLoginProfile on iam::111122223333:user/* if iam:ResourceTag/managed-by is gatehouse
            iam:GetUser on iam::111122223333:user/*
            iam:ListAccessKeys on iam::111122223333:user/* if iam:ResourceTag/managed-by is gatehouse
            iam:ListAttachedUserPolicies on iam::111122223333:user/* if iam:ResourceTag/managed-by is gatehouse
            iam:ListGroupsForUser on iam::111122223333:user/* if iam:ResourceTag/managed-by is gatehouse
            iam:ListMFADevices on iam::111122223333:user/* if iam:ResourceTag/managed-by is gatehouse
            iam:ListSSHPublicKeys on iam::111122223333:user/* if iam:ResourceTag/managed-by is gatehouse
            iam:ListServiceSpecificCredentials on iam::111122223333:user/* if iam:ResourceTag/managed-by is gatehouse
            iam:ListSigningCertificates on iam::111122223333:user/* if iam:ResourceTag/managed-by is gatehouse
            iam:ListUserPolicies on iam::111122223333:user/* if iam:ResourceTag/managed-by is gatehouse
            iam:PutUserPolicy on iam::111122223333:user/* if iam:ResourceTag/managed-by is gatehouse
            iam:RemoveUserFromGroup on iam::111122223333:group/*
            iam:TagUser on iam::111122223333:user/* if aws:RequestTag/managed-by is gatehouse
            iam:UpdateAccessKey on iam::111122223333:user/* if iam:ResourceTag/managed-by is gatehouse
            """
        },
        {
            "WelcomePerson", $"""
            dynamodb:DeleteItem on dynamodb:{Place}:table/gatehouse-ledger
            dynamodb:PutItem on dynamodb:{Place}:table/gatehouse-ledger
            dynamodb:UpdateItem on dynamodb:{Place}:table/gatehouse-ledger
            iam:CreateLoginProfile on iam::111122223333:user/* if iam:ResourceTag/managed-by is gatehouse
            iam:ListMFADevices on iam::111122223333:user/* if iam:ResourceTag/managed-by is gatehouse
            iam:UpdateLoginProfile on iam::111122223333:user/* if iam:ResourceTag/managed-by is gatehouse
            ses:SendEmail on ses:{Place}:configuration-set/gatehouse if ses:FromAddress is aws-access@example.gov.uk
            ses:SendEmail on ses:{Place}:identity/example.gov.uk if ses:FromAddress is aws-access@example.gov.uk
            """
        },
        {
            "NotifyPerson", $"""
            dynamodb:DeleteItem on dynamodb:{Place}:table/gatehouse-ledger
            dynamodb:PutItem on dynamodb:{Place}:table/gatehouse-ledger
            ses:SendEmail on ses:{Place}:configuration-set/gatehouse if ses:FromAddress is aws-access@example.gov.uk
            ses:SendEmail on ses:{Place}:identity/example.gov.uk if ses:FromAddress is aws-access@example.gov.uk
            """
        },
        {
            "GiveUpChange", $"""
            dynamodb:DeleteItem on dynamodb:{Place}:table/gatehouse-ledger
            dynamodb:GetItem on dynamodb:{Place}:table/gatehouse-ledger
            dynamodb:PutItem on dynamodb:{Place}:table/gatehouse-ledger
            iam:DeleteLoginProfile on iam::111122223333:user/* if iam:ResourceTag/managed-by is gatehouse
            iam:GetUser on iam::111122223333:user/*
            """
        },
        {
            "ReportMembership", $"""
            dynamodb:DeleteItem on dynamodb:{Place}:table/gatehouse-ledger
            dynamodb:GetItem on dynamodb:{Place}:table/gatehouse-ledger
            dynamodb:PutItem on dynamodb:{Place}:table/gatehouse-ledger
            dynamodb:Query on dynamodb:{Place}:table/gatehouse-ledger
            dynamodb:Query on dynamodb:{Place}:table/gatehouse-ledger/index/by-pull-request
            dynamodb:Query on dynamodb:{Place}:table/gatehouse-ledger/index/open
            iam:GetAccountAuthorizationDetails on *
            s3:GetObject on s3:::plan-bucket/plans/*
            s3:ListBucket on s3:::plan-bucket
            secretsmanager:GetSecretValue on secretsmanager:{Place}:secret:gatehouse/github-AbCdEf
            secretsmanager:GetSecretValue on secretsmanager:{Place}:secret:gatehouse/slack-AbCdEf
            """
        },
        {
            "PreviewPullRequest", $"""
            dynamodb:DeleteItem on dynamodb:{Place}:table/gatehouse-ledger
            dynamodb:GetItem on dynamodb:{Place}:table/gatehouse-ledger
            dynamodb:PutItem on dynamodb:{Place}:table/gatehouse-ledger
            dynamodb:Query on dynamodb:{Place}:table/gatehouse-ledger/index/open
            iam:GetAccessKeyLastUsed on iam::111122223333:user/*
            iam:GetAccountAuthorizationDetails on *
            iam:GetUser on iam::111122223333:user/*
            iam:ListAccessKeys on iam::111122223333:user/* if iam:ResourceTag/managed-by is gatehouse
            iam:ListMFADevices on iam::111122223333:user/* if iam:ResourceTag/managed-by is gatehouse
            s3:PutObject on s3:::plan-bucket/previews/*
            secretsmanager:GetSecretValue on secretsmanager:{Place}:secret:gatehouse/github-AbCdEf
            states:DescribeExecution on states:{Place}:execution:gatehouse-preview:*
            """
        },
        {
            "SayPreviewFailed", $"""
            dynamodb:DeleteItem on dynamodb:{Place}:table/gatehouse-ledger
            secretsmanager:GetSecretValue on secretsmanager:{Place}:secret:gatehouse/github-AbCdEf
            """
        },
        {
            "KeepPasswordPolicy", """
            iam:UpdateAccountPasswordPolicy on *
            """
        },
        {
            "RecordMailEvent", $"""
            dynamodb:DeleteItem on dynamodb:{Place}:table/gatehouse-ledger
            dynamodb:GetItem on dynamodb:{Place}:table/gatehouse-ledger
            dynamodb:PutItem on dynamodb:{Place}:table/gatehouse-ledger
            dynamodb:Query on dynamodb:{Place}:table/gatehouse-ledger/index/by-pull-request
            dynamodb:UpdateItem on dynamodb:{Place}:table/gatehouse-ledger
            iam:DeleteLoginProfile on iam::111122223333:user/* if iam:ResourceTag/managed-by is gatehouse
            iam:GetLoginProfile on iam::111122223333:user/* if iam:ResourceTag/managed-by is gatehouse
            iam:GetUser on iam::111122223333:user/*
            secretsmanager:GetSecretValue on secretsmanager:{Place}:secret:gatehouse/github-AbCdEf
            secretsmanager:GetSecretValue on secretsmanager:{Place}:secret:gatehouse/slack-AbCdEf
            sqs:SendMessage on sqs:{Place}:gatehouse-mail-events-unheard
            """
        },
        {
            "DeliverRootAlerts", $"""
            dynamodb:DeleteItem on dynamodb:{Place}:table/gatehouse-ledger
            dynamodb:GetItem on dynamodb:{Place}:table/gatehouse-ledger
            dynamodb:PutItem on dynamodb:{Place}:table/gatehouse-ledger
            dynamodb:Query on dynamodb:{Place}:table/gatehouse-ledger
            dynamodb:UpdateItem on dynamodb:{Place}:table/gatehouse-ledger
            secretsmanager:GetSecretValue on secretsmanager:{Place}:secret:gatehouse/github-AbCdEf
            secretsmanager:GetSecretValue on secretsmanager:{Place}:secret:gatehouse/slack-AbCdEf
            ses:SendEmail on ses:{Place}:configuration-set/gatehouse if ses:FromAddress is aws-access@example.gov.uk
            ses:SendEmail on ses:{Place}:identity/example.gov.uk if ses:FromAddress is aws-access@example.gov.uk
            sqs:DeleteMessage on sqs:{Place}:gatehouse-root-events
            sqs:GetQueueAttributes on sqs:{Place}:gatehouse-root-events
            sqs:ReceiveMessage on sqs:{Place}:gatehouse-root-events
            """
        },
        {
            "FollowRootAccounts", $"""
            dynamodb:DeleteItem on dynamodb:{Place}:table/gatehouse-ledger
            dynamodb:GetItem on dynamodb:{Place}:table/gatehouse-ledger
            dynamodb:PutItem on dynamodb:{Place}:table/gatehouse-ledger
            dynamodb:Query on dynamodb:{Place}:table/gatehouse-ledger
            dynamodb:Query on dynamodb:{Place}:table/gatehouse-ledger/index/open
            dynamodb:UpdateItem on dynamodb:{Place}:table/gatehouse-ledger
            secretsmanager:GetSecretValue on secretsmanager:{Place}:secret:gatehouse/github-AbCdEf
            secretsmanager:GetSecretValue on secretsmanager:{Place}:secret:gatehouse/slack-AbCdEf
            ses:SendEmail on ses:{Place}:configuration-set/gatehouse if ses:FromAddress is aws-access@example.gov.uk
            ses:SendEmail on ses:{Place}:identity/example.gov.uk if ses:FromAddress is aws-access@example.gov.uk
            """
        },
        {
            "RecordMfaEvents", $"""
            dynamodb:DeleteItem on dynamodb:{Place}:table/gatehouse-ledger
            dynamodb:GetItem on dynamodb:{Place}:table/gatehouse-ledger
            dynamodb:PutItem on dynamodb:{Place}:table/gatehouse-ledger
            dynamodb:Query on dynamodb:{Place}:table/gatehouse-ledger
            dynamodb:UpdateItem on dynamodb:{Place}:table/gatehouse-ledger
            iam:DeactivateMFADevice on iam::111122223333:user/* if iam:ResourceTag/managed-by is gatehouse
            iam:DeleteVirtualMFADevice on iam::111122223333:mfa/*
            iam:GetUser on iam::111122223333:user/*
            iam:ListAccessKeys on iam::111122223333:user/* if iam:ResourceTag/managed-by is gatehouse
            iam:ListMFADevices on iam::111122223333:user/*
            secretsmanager:GetSecretValue on secretsmanager:{Place}:secret:gatehouse/slack-AbCdEf
            ses:SendEmail on ses:{Place}:configuration-set/gatehouse if ses:FromAddress is aws-access@example.gov.uk
            ses:SendEmail on ses:{Place}:identity/example.gov.uk if ses:FromAddress is aws-access@example.gov.uk
            sqs:DeleteMessage on sqs:{Place}:gatehouse-mfa-events
            sqs:GetQueueAttributes on sqs:{Place}:gatehouse-mfa-events
            sqs:ReceiveMessage on sqs:{Place}:gatehouse-mfa-events
            """
        },
        {
            "SweepMfa", $"""
            dynamodb:DeleteItem on dynamodb:{Place}:table/gatehouse-ledger
            dynamodb:Query on dynamodb:{Place}:table/gatehouse-ledger/index/open
            iam:GenerateCredentialReport on *
            iam:GetAccountAuthorizationDetails on *
            iam:GetAccountPasswordPolicy on *
            iam:GetCredentialReport on *
            iam:ListAccountAliases on *
            iam:ListVirtualMFADevices on *
            s3:PutObject on s3:::plan-bucket/plans/*
            secretsmanager:GetSecretValue on secretsmanager:{Place}:secret:gatehouse/github-AbCdEf
            """
        },
        {
            "ExamineMfa", $"""
            dynamodb:DeleteItem on dynamodb:{Place}:table/gatehouse-ledger
            dynamodb:GetItem on dynamodb:{Place}:table/gatehouse-ledger
            dynamodb:PutItem on dynamodb:{Place}:table/gatehouse-ledger
            dynamodb:Query on dynamodb:{Place}:table/gatehouse-ledger
            dynamodb:Query on dynamodb:{Place}:table/gatehouse-ledger/index/open
            dynamodb:UpdateItem on dynamodb:{Place}:table/gatehouse-ledger
            iam:DeactivateMFADevice on iam::111122223333:user/* if iam:ResourceTag/managed-by is gatehouse
            iam:DeleteLoginProfile on iam::111122223333:user/* if iam:ResourceTag/managed-by is gatehouse
            iam:DeleteVirtualMFADevice on iam::111122223333:mfa/*
            iam:GetLoginProfile on iam::111122223333:user/* if iam:ResourceTag/managed-by is gatehouse
            iam:GetUser on iam::111122223333:user/*
            iam:ListAccessKeys on iam::111122223333:user/* if iam:ResourceTag/managed-by is gatehouse
            iam:ListMFADevices on iam::111122223333:user/*
            secretsmanager:GetSecretValue on secretsmanager:{Place}:secret:gatehouse/slack-AbCdEf
            ses:SendEmail on ses:{Place}:configuration-set/gatehouse if ses:FromAddress is aws-access@example.gov.uk
            ses:SendEmail on ses:{Place}:identity/example.gov.uk if ses:FromAddress is aws-access@example.gov.uk
            """
        },
        {
            "RespondToLeak", $"""
            dynamodb:DeleteItem on dynamodb:{Place}:table/gatehouse-ledger
            dynamodb:PutItem on dynamodb:{Place}:table/gatehouse-ledger
            dynamodb:Query on dynamodb:{Place}:table/gatehouse-ledger
            dynamodb:UpdateItem on dynamodb:{Place}:table/gatehouse-ledger
            iam:GetAccessKeyLastUsed on iam::111122223333:user/*
            iam:GetUser on iam::111122223333:user/*
            iam:GetUserPolicy on iam::111122223333:user/*{OfOurs}
            iam:ListAccessKeys on iam::111122223333:user/*
            iam:PutUserPolicy on iam::111122223333:user/*{OfOurs}
            iam:UpdateAccessKey on iam::111122223333:user/*{OfOurs}
            secretsmanager:GetSecretValue on secretsmanager:{Place}:secret:gatehouse/github-AbCdEf
            secretsmanager:GetSecretValue on secretsmanager:{Place}:secret:gatehouse/slack-AbCdEf
            ses:SendEmail on ses:{Place}:configuration-set/gatehouse if ses:FromAddress is aws-access@example.gov.uk
            ses:SendEmail on ses:{Place}:identity/example.gov.uk if ses:FromAddress is aws-access@example.gov.uk
            sts:GetAccessKeyInfo on *
            """
        },
        {
            "GiveUpLeak", $"""
            dynamodb:DeleteItem on dynamodb:{Place}:table/gatehouse-ledger
            dynamodb:PutItem on dynamodb:{Place}:table/gatehouse-ledger
            secretsmanager:GetSecretValue on secretsmanager:{Place}:secret:gatehouse/slack-AbCdEf
            ses:SendEmail on ses:{Place}:configuration-set/gatehouse if ses:FromAddress is aws-access@example.gov.uk
            ses:SendEmail on ses:{Place}:identity/example.gov.uk if ses:FromAddress is aws-access@example.gov.uk
            """
        },
        {
            "GiveUpMfa", $"""
            dynamodb:PutItem on dynamodb:{Place}:table/gatehouse-ledger
            """
        },
        {
            "ReportMfa", $"""
            dynamodb:DeleteItem on dynamodb:{Place}:table/gatehouse-ledger
            dynamodb:PutItem on dynamodb:{Place}:table/gatehouse-ledger
            dynamodb:Query on dynamodb:{Place}:table/gatehouse-ledger
            s3:GetObject on s3:::plan-bucket/plans/*
            s3:ListBucket on s3:::plan-bucket
            secretsmanager:GetSecretValue on secretsmanager:{Place}:secret:gatehouse/slack-AbCdEf
            """
        },
        {
            "BeginKeys", $"""
            s3:PutObject on s3:::plan-bucket/plans/*
            secretsmanager:GetSecretValue on secretsmanager:{Place}:secret:gatehouse/github-AbCdEf
            """
        },
        {
            "AssessKeys", $"""
            dynamodb:DeleteItem on dynamodb:{Place}:table/gatehouse-ledger
            dynamodb:Query on dynamodb:{Place}:table/gatehouse-ledger/index/open
            iam:GenerateCredentialReport on *
            iam:GetAccessKeyLastUsed on iam::111122223333:user/*
            iam:GetAccountAuthorizationDetails on *
            iam:GetCredentialReport on *
            iam:ListAccountAliases on *
            s3:GetObject on s3:::plan-bucket/plans/*
            s3:PutObject on s3:::plan-bucket/plans/*
            """
        },
        {
            "PlanKeys", $"""
            dynamodb:PutItem on dynamodb:{Place}:table/gatehouse-ledger
            dynamodb:Query on dynamodb:{Place}:table/gatehouse-ledger
            s3:GetObject on s3:::plan-bucket/plans/*
            s3:ListBucket on s3:::plan-bucket
            s3:PutObject on s3:::plan-bucket/plans/*
            """
        },
        {
            "ApplyKeys", $"""
            dynamodb:DeleteItem on dynamodb:{Place}:table/gatehouse-ledger
            dynamodb:PutItem on dynamodb:{Place}:table/gatehouse-ledger
            dynamodb:Query on dynamodb:{Place}:table/gatehouse-ledger
            dynamodb:UpdateItem on dynamodb:{Place}:table/gatehouse-ledger
            iam:DeleteAccessKey on iam::111122223333:user/* if iam:ResourceTag/managed-by is ["gatehouse","gatehouse-machine"]
            iam:GetAccessKeyLastUsed on iam::111122223333:user/*
            iam:ListAccessKeys on iam::111122223333:user/* if iam:ResourceTag/managed-by is ["gatehouse","gatehouse-machine"]
            iam:UpdateAccessKey on iam::111122223333:user/* if iam:ResourceTag/managed-by is ["gatehouse","gatehouse-machine"]
            ses:SendEmail on ses:{Place}:configuration-set/gatehouse if ses:FromAddress is aws-access@example.gov.uk
            ses:SendEmail on ses:{Place}:identity/example.gov.uk if ses:FromAddress is aws-access@example.gov.uk
            """
        },
        {
            "GiveUpKeys", $"""
            dynamodb:PutItem on dynamodb:{Place}:table/gatehouse-ledger
            """
        },
        {
            "ReportKeys", $"""
            dynamodb:DeleteItem on dynamodb:{Place}:table/gatehouse-ledger
            dynamodb:PutItem on dynamodb:{Place}:table/gatehouse-ledger
            dynamodb:Query on dynamodb:{Place}:table/gatehouse-ledger
            dynamodb:Query on dynamodb:{Place}:table/gatehouse-ledger/index/by-day
            s3:GetObject on s3:::plan-bucket/plans/*
            s3:ListBucket on s3:::plan-bucket
            secretsmanager:GetSecretValue on secretsmanager:{Place}:secret:gatehouse/slack-AbCdEf
            """
        },
        {
            "FindRotations", $"""
            dynamodb:GetItem on dynamodb:{Place}:table/gatehouse-ledger
            dynamodb:Query on dynamodb:{Place}:table/gatehouse-ledger
            dynamodb:Query on dynamodb:{Place}:table/gatehouse-ledger/index/open
            iam:GetAccessKeyLastUsed on iam::111122223333:user/*
            iam:GetUser on iam::111122223333:user/*
            iam:ListAccessKeys on iam::111122223333:user/* if iam:ResourceTag/managed-by is gatehouse-machine
            s3:PutObject on s3:::plan-bucket/plans/*
            secretsmanager:GetSecretValue on secretsmanager:{Place}:secret:gatehouse/github-AbCdEf
            """
        },
        {
            "ReplaceDeployKey", $"""
            dynamodb:DeleteItem on dynamodb:{Place}:table/gatehouse-ledger
            dynamodb:GetItem on dynamodb:{Place}:table/gatehouse-ledger
            dynamodb:PutItem on dynamodb:{Place}:table/gatehouse-ledger
            dynamodb:Query on dynamodb:{Place}:table/gatehouse-ledger
            dynamodb:UpdateItem on dynamodb:{Place}:table/gatehouse-ledger
            iam:CreateAccessKey on iam::111122223333:user/* if iam:ResourceTag/managed-by is gatehouse-machine
            iam:DeleteAccessKey on iam::111122223333:user/* if iam:ResourceTag/managed-by is gatehouse-machine
            iam:GetAccessKeyLastUsed on iam::111122223333:user/*
            iam:GetUser on iam::111122223333:user/*
            iam:ListAccessKeys on iam::111122223333:user/* if iam:ResourceTag/managed-by is gatehouse-machine
            iam:UpdateAccessKey on iam::111122223333:user/* if iam:ResourceTag/managed-by is gatehouse-machine
            secretsmanager:GetSecretValue on secretsmanager:{Place}:secret:gatehouse/github-AbCdEf
            states:DescribeExecution on states:{Place}:execution:gatehouse-deploy-keys:*
            """
        },
        {
            "TestDeployKey", $"""
            dynamodb:GetItem on dynamodb:{Place}:table/gatehouse-ledger
            dynamodb:PutItem on dynamodb:{Place}:table/gatehouse-ledger
            secretsmanager:GetSecretValue on secretsmanager:{Place}:secret:gatehouse/github-AbCdEf
            states:DescribeExecution on states:{Place}:execution:gatehouse-deploy-keys:*
            """
        },
        {
            "RetireDeployKey", $"""
            dynamodb:DeleteItem on dynamodb:{Place}:table/gatehouse-ledger
            dynamodb:GetItem on dynamodb:{Place}:table/gatehouse-ledger
            dynamodb:PutItem on dynamodb:{Place}:table/gatehouse-ledger
            dynamodb:Query on dynamodb:{Place}:table/gatehouse-ledger
            dynamodb:UpdateItem on dynamodb:{Place}:table/gatehouse-ledger
            iam:GetAccessKeyLastUsed on iam::111122223333:user/*
            iam:ListAccessKeys on iam::111122223333:user/* if iam:ResourceTag/managed-by is gatehouse-machine
            iam:UpdateAccessKey on iam::111122223333:user/* if iam:ResourceTag/managed-by is gatehouse-machine
            secretsmanager:GetSecretValue on secretsmanager:{Place}:secret:gatehouse/github-AbCdEf
            states:DescribeExecution on states:{Place}:execution:gatehouse-deploy-keys:*
            """
        },
        {
            "GiveUpRotation", $"""
            dynamodb:DeleteItem on dynamodb:{Place}:table/gatehouse-ledger
            dynamodb:GetItem on dynamodb:{Place}:table/gatehouse-ledger
            dynamodb:PutItem on dynamodb:{Place}:table/gatehouse-ledger
            ses:SendEmail on ses:{Place}:configuration-set/gatehouse if ses:FromAddress is aws-access@example.gov.uk
            ses:SendEmail on ses:{Place}:identity/example.gov.uk if ses:FromAddress is aws-access@example.gov.uk
            """
        },
        {
            "ReportRotations", $"""
            dynamodb:DeleteItem on dynamodb:{Place}:table/gatehouse-ledger
            dynamodb:PutItem on dynamodb:{Place}:table/gatehouse-ledger
            dynamodb:Query on dynamodb:{Place}:table/gatehouse-ledger
            s3:GetObject on s3:::plan-bucket/plans/*
            s3:ListBucket on s3:::plan-bucket
            secretsmanager:GetSecretValue on secretsmanager:{Place}:secret:gatehouse/slack-AbCdEf
            ses:SendEmail on ses:{Place}:configuration-set/gatehouse if ses:FromAddress is aws-access@example.gov.uk
            ses:SendEmail on ses:{Place}:identity/example.gov.uk if ses:FromAddress is aws-access@example.gov.uk
            """
        },
    };

    [Theory]
    [MemberData(nameof(Functions))]
    public void A_function_may_do_exactly_this(string method, string rights)
    {
        var log = $"logs:{Place}:log-group:/aws/lambda/gatehouse-{method}:*";
        string[] expected = [.. rights.Split('\n', StringSplitOptions.TrimEntries), $"logs:CreateLogStream on {log}", $"logs:PutLogEvents on {log}"];

        Lines(Template.RoleOf(Template.Function(method))).ShouldBe(expected, ignoreOrder: true);
    }

    [Fact]
    public void The_table_above_knows_every_function() =>
        Functions.Select(row => $"gatehouse-{row[0]}").ShouldBe(
            Template.Of("AWS::Lambda::Function").Select(one => Template.Text(one.Resource["Properties"]!["FunctionName"])), ignoreOrder: true);

    public static TheoryData<string, string[]> Mapping => new() { { "membership", OfMembership }, { "mfa", OfMfa }, { "keys", OfKeys }, { "deploy-keys", OfRotation } };

    [Theory]
    [MemberData(nameof(Mapping))]
    public void A_run_may_call_its_functions_start_its_items_and_touch_its_plan(string machine, string[] functions)
    {
        var role = Template.RoleOfMachine(Template.Machine(machine));

        Lines(role).Where(line => !line.StartsWith("logs:", StringComparison.Ordinal)).ShouldBe(
            [
                .. functions.Select(method => $"lambda:InvokeFunction on lambda:{Place}:function:gatehouse-{method}"),
                "s3:AbortMultipartUpload on s3:::plan-bucket/results/*",
                "s3:GetObject on s3:::plan-bucket/plans/*",
                "s3:GetObject on s3:::plan-bucket/results/*",
                "s3:ListMultipartUploadParts on s3:::plan-bucket/results/*",
                "s3:PutObject on s3:::plan-bucket/results/*",
                $"states:DescribeExecution on states:{Place}:execution:gatehouse-{machine}/*",
                $"states:DescribeExecution on states:{Place}:execution:gatehouse-{machine}:*",
                $"states:StartExecution on states:{Place}:stateMachine:gatehouse-{machine}",
                $"states:StopExecution on states:{Place}:execution:gatehouse-{machine}/*",
                $"states:StopExecution on states:{Place}:execution:gatehouse-{machine}:*",
            ],
            ignoreOrder: true);
    }

    [Fact]
    public void A_run_that_plans_a_pull_request_may_call_its_functions_and_nothing_else() =>
        Lines(Template.RoleOfMachine(Template.Machine("preview"))).Where(line => !line.StartsWith("logs:", StringComparison.Ordinal)).ShouldBe(
            [.. OfPreview.Select(method => $"lambda:InvokeFunction on lambda:{Place}:function:gatehouse-{method}")], ignoreOrder: true);

    [Fact]
    public void A_run_about_a_leaked_key_may_call_its_functions_and_nothing_else() =>
        Lines(Template.RoleOfMachine(Template.Machine("leaks"))).Where(line => !line.StartsWith("logs:", StringComparison.Ordinal)).ShouldBe(
            [.. OfLeaks.Select(method => $"lambda:InvokeFunction on lambda:{Place}:function:gatehouse-{method}")], ignoreOrder: true);

    [Fact]
    public void What_starts_a_run_about_a_leaked_key_may_start_it_and_nothing_else() =>
        Lines(Template.Of("AWS::IAM::Role").Single(role => role.Id.StartsWith("LeakWatch", StringComparison.Ordinal)).Id).ShouldBe([$"states:StartExecution on states:{Place}:stateMachine:gatehouse-leaks"]);

    [Fact]
    public void What_stops_a_leaked_key_deletes_none() =>
        Lines(Template.RoleOf(Template.Function("RespondToLeak"))).ShouldAllBe(line => !line.StartsWith("iam:Delete", StringComparison.Ordinal) && !line.StartsWith("iam:Detach", StringComparison.Ordinal));

    [Fact]
    public void What_plans_a_pull_request_changes_nothing_in_IAM() =>
        Lines(Template.RoleOf(Template.Function("PreviewPullRequest"))).Where(line => line.StartsWith("iam:", StringComparison.Ordinal))
            .ShouldAllBe(line => line.StartsWith("iam:Get", StringComparison.Ordinal) || line.StartsWith("iam:List", StringComparison.Ordinal));

    [Fact]
    public void No_role_may_do_everything_of_a_service() =>
        Roles().SelectMany(Lines).ShouldAllBe(line => !line.Split(" on ", 2)[0].Contains('*', StringComparison.Ordinal));

    [Fact]
    public void Only_what_AWS_offers_no_resources_for_is_allowed_on_everything()
    {
        using var traced = Synthesis.With(settings => settings["tracing"] = true);

        foreach (var template in new[] { Template, traced.Template })
        {
            Roles(template).SelectMany(role => Lines(role, template))
                .Where(line => line.Split(" on ", 2)[1].Split(" if ")[0] == "*")
                .Select(line => line.Split(" on ", 2)[0])
                .ShouldBeSubsetOf(WithoutResources);
        }
    }

    [Fact]
    public void What_forwards_events_may_put_them_on_the_home_bus_and_nothing_else()
    {
        var forwarding = synthesis.Global.Of("AWS::IAM::Role").Single(role => role.Id.StartsWith("Forwarding", StringComparison.Ordinal)).Id;
        Lines(forwarding, synthesis.Global).ShouldBe(["events:PutEvents on events:eu-west-2:111122223333:event-bus/gatehouse"]);
        synthesis.Member.Of("AWS::IAM::Role").Count().ShouldBe(5);
        Lines(synthesis.Member.Of("AWS::IAM::Role").Single(role => role.Id.StartsWith("Forwarding", StringComparison.Ordinal)).Id, synthesis.Member).ShouldBe(["events:PutEvents on HomeBusArn"]);
    }

    [Fact]
    public void What_puts_the_heartbeat_may_put_events_where_it_is_and_nothing_else()
    {
        foreach (var template in new[] { synthesis.Global, synthesis.Member })
        {
            Lines(template.Of("AWS::IAM::Role").Single(role => role.Id.StartsWith("Heartbeat", StringComparison.Ordinal)).Id, template)
                .ShouldBe(["events:PutEvents on events:us-east-1:111122223333:event-bus/default"]);
        }
    }

    [Fact]
    public void Nobody_outside_AWS_may_take_on_a_role_of_the_events_ways() =>
        new[] { synthesis.Global, synthesis.Member }.SelectMany(template => template.Of("AWS::IAM::Role"))
            .Where(role => !role.Id.StartsWith("Keys", StringComparison.Ordinal))
            .SelectMany(role => role.Resource["Properties"]!["AssumeRolePolicyDocument"]!["Statement"]!.AsArray())
            .ShouldAllBe(statement => statement!["Principal"]!.ToJsonString() == """{"Service":"events.amazonaws.com"}""" || statement["Principal"]!.ToJsonString() == """{"Service":"scheduler.amazonaws.com"}""");

    [Theory]
    [InlineData("look", true)]
    [InlineData("act", true)]
    [InlineData("cut", false)]
    public void Only_the_functions_of_the_home_account_may_watch_another_accounts_keys_and_operators_where_the_stack_names_their_role(string purpose, bool operators)
    {
        var role = KeyRole(purpose).Resource["Properties"]!;

        role["Path"]!.ToString().ShouldBe("/gatehouse/");
        var trust = role["AssumeRolePolicyDocument"]!["Statement"]!.AsArray().ShouldHaveSingleItem()!;
        synthesis.Member.Text(trust["Principal"]!["AWS"]).ShouldBe("arn:aws:iam::HomeAccount:root");
        trust["Condition"]!.AsObject().Select(one => one.Key).ShouldBe(["ArnLike"]);
        string[] functions = ["arn:aws:iam::HomeAccount:role/gatehouse/*"];
        // Nobody's role, until an administrator of the account names another.
        synthesis.Member.Texts(trust["Condition"]!["ArnLike"]!["aws:PrincipalArn"]).ShouldBe(operators ? [.. functions, "arn:aws:iam::000000000000:role/nobody"] : functions);
    }

    public static TheoryData<string, string> KeyRoles => new()
    {
        {
            "look", """
            iam:GenerateCredentialReport on *
            iam:GetAccessKeyLastUsed on iam::111122223333:user/*
            iam:GetAccountAuthorizationDetails on *
            iam:GetCredentialReport on *
            iam:ListAccessKeys on iam::111122223333:user/*
            iam:ListAccountAliases on *
            """
        },
        {
            "act", $"""
            iam:DeleteAccessKey on iam::111122223333:user/*{OfOurs}
            iam:GetAccessKeyLastUsed on iam::111122223333:user/*
            iam:ListAccessKeys on iam::111122223333:user/*{OfOurs}
            iam:UpdateAccessKey on iam::111122223333:user/*{OfOurs}
            """
        },
        {
            "cut", $"""
            iam:GetAccessKeyLastUsed on iam::111122223333:user/*
            iam:GetUser on iam::111122223333:user/*
            iam:GetUserPolicy on iam::111122223333:user/*{OfOurs}
            iam:ListAccessKeys on iam::111122223333:user/*
            iam:PutUserPolicy on iam::111122223333:user/*{OfOurs}
            iam:UpdateAccessKey on iam::111122223333:user/*{OfOurs}
            """
        },
    };

    [Theory]
    [MemberData(nameof(KeyRoles))]
    public void Each_role_there_can_do_what_its_purpose_needs_and_changes_our_own_users_alone(string purpose, string rights) =>
        Lines(KeyRole(purpose).Id, synthesis.Member).ShouldBe(rights.Split(Environment.NewLine), ignoreOrder: true);

    private (string Id, JsonObject Resource) KeyRole(string purpose) =>
        synthesis.Member.Of("AWS::IAM::Role").Single(role => role.Resource["Properties"]!["RoleName"]?.ToString() == $"gatehouse-keys-{purpose}");

    [Fact]
    public void Only_those_that_look_at_keys_enter_the_other_accounts_that_are_named_each_by_the_role_of_its_purpose()
    {
        using var many = Synthesis.With(settings => settings["keyAccounts"] = new object[] { "123456789012", "210987654321" });

        foreach (var function in many.Template.Of("AWS::Lambda::Function").Select(one => one.Resource["Properties"]!.AsObject()))
        {
            string[] entered = [.. Lines(Template.RoleOf(function), many.Template).Where(line => line.StartsWith("sts:AssumeRole", StringComparison.Ordinal))];
            entered.ShouldBe(EntersAccounts.TryGetValue(many.Template.Text(function["FunctionName"]), out var role)
                ? [$"sts:AssumeRole on iam::123456789012:role/gatehouse/{role}", $"sts:AssumeRole on iam::210987654321:role/gatehouse/{role}"]
                : []);
        }
    }

    [Fact]
    public void No_two_functions_share_a_role() =>
        Template.Of("AWS::Lambda::Function").Select(one => Template.RoleOf(one.Resource["Properties"]!.AsObject())).ShouldBeUnique();

    [Fact]
    public void Nothing_adds_to_a_role_from_outside()
    {
        Template.Of("AWS::IAM::Policy").ShouldBeEmpty();
        // The people's policy: a group's, and no role's.
        Template.Only("AWS::IAM::ManagedPolicy")["Properties"]!["Roles"].ShouldBeNull();
        Template.Of("AWS::IAM::Role").ShouldAllBe(role => role.Resource["Properties"]!["ManagedPolicyArns"] == null);
    }

    private IEnumerable<string> Roles() => Roles(Template);

    private static IEnumerable<string> Roles(Template template) => template.Of("AWS::IAM::Role").Select(role => role.Id);

    private IEnumerable<string> Lines(string role) => Lines(role, Template);

    private static IEnumerable<string> Lines(string role, Template template) =>
        from statement in template.StatementsOf(role)
        from action in template.Texts(statement["Action"])
        from resource in template.Texts(statement["Resource"])
        select $"{action} on {resource.Replace("arn:aws:", "", StringComparison.Ordinal)}{If(statement["Condition"])}";

    private static string If(JsonNode? condition) =>
        condition is null ? "" : " if " + string.Join(" and ", condition["StringEquals"]!.AsObject().Select(one => $"{one.Key} is {(one.Value is JsonArray several ? several.ToJsonString() : one.Value)}"));
}
