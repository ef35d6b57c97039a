<?php
// PHP 8.1 or later with its curl extension. HIRE_API, HIRE_SECRET_KEY and HIRE_ORIGIN come from the environment.
declare(strict_types=1);

/** Whom your own sign-in knows. Here a proxy with single sign-on says it; take your session instead. */
function signedIn(): ?array
{
    $email = $_SERVER['HTTP_X_REMOTE_USER'] ?? '';
    $seconds = (int) ($_SERVER['HTTP_X_REMOTE_AUTH_TIME'] ?? 0);
    return $email === '' ? null : ['email' => $email, 'confirmedAt' => $seconds ? gmdate('Y-m-d\TH:i:s\Z', $seconds) : null];
}

/** @return array{int, array} status and body */
function hireSession(): array
{
    $reason = $_SERVER['HTTP_X_HIRE_SESSION'] ?? '';
    if ($reason === '') return [403, ['code' => 'header_missing']]; // Other sites cannot send this header to you.
    $employee = signedIn();
    if ($employee === null) return [401, ['code' => 'not_signed_in']];
    $raises = $reason === 'elevate'; // Before money moves: only for somebody who just confirmed who they are.
    if ($raises && $employee['confirmedAt'] === null) return [403, ['code' => 'confirm_first']];

    $asked = [
        'member' => ['email' => $employee['email']],
        'origins' => [getenv('HIRE_ORIGIN')],
        // Take out what this page does not offer; /docs/widgets lists all eight elements and what each can be granted.
        'widgets' => [
            'talentSearch' => ['save' => true, 'compare' => true, 'invite' => true],
            'jobPost' => ['read' => true, 'draft' => true, 'publish' => true],
            'contractStatus' => ['read' => true, 'approve' => true, 'fund' => true, 'release' => true],
        ],
    ];
    if ($raises) $asked += ['elevate' => ['money'], 'confirmedAt' => $employee['confirmedAt']];

    $curl = curl_init(getenv('HIRE_API') . '/v1/embed/sessions');
    curl_setopt_array($curl, [
        CURLOPT_POST => true,
        CURLOPT_RETURNTRANSFER => true,
        CURLOPT_TIMEOUT => 5,
        CURLOPT_HTTPHEADER => ['Authorization: Bearer ' . getenv('HIRE_SECRET_KEY'), 'Content-Type: application/json'],
        CURLOPT_POSTFIELDS => json_encode($asked, JSON_THROW_ON_ERROR),
    ]);
    $text = curl_exec($curl);
    $status = curl_getinfo($curl, CURLINFO_RESPONSE_CODE);
    $body = is_string($text) ? json_decode($text, true) : null;
    // Keep no answer: a session is one person's on one page, and widgets ask for the next in time.
    if ($status === 201) return [200, $body];
    // 422: this person or page is not admitted; asking again changes nothing. 401: the key. Both are for your log.
    error_log('hire session refused: ' . $status . ' ' . ($body['code'] ?? curl_error($curl)));
    return [$status === 422 ? 403 : ($status === 429 ? 429 : 503), ['code' => $body['code'] ?? 'unavailable']];
}

$isSession = $_SERVER['REQUEST_METHOD'] === 'POST' && $_SERVER['REQUEST_URI'] === '/api/hire-session';
[$status, $body] = $isSession ? hireSession() : [404, ['code' => 'not_found']];
http_response_code($status);
header('Content-Type: application/json');
header('Cache-Control: no-store');
echo json_encode($body);
