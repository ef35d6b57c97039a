/** As api/docs/own-domain.md has them, with this tenant's names put in. `upstream` is the installation's address. */
type Names = { host: string; upstream: string };

export const proxies = ['nginx', 'caddy', 'apache', 'cdn'] as const;
export type ProxyKind = (typeof proxies)[number];
export const proxyNames: Readonly<Record<ProxyKind, string>> = {
  nginx: 'nginx',
  caddy: 'Caddy',
  apache: 'Apache',
  cdn: 'CDN',
};

export const recipes: Readonly<Record<ProxyKind, (names: Names) => string>> = {
  nginx: ({ host, upstream }) => `server {
  listen 443 ssl;
  server_name ${host};
  ssl_certificate     /etc/letsencrypt/live/${host}/fullchain.pem;
  ssl_certificate_key /etc/letsencrypt/live/${host}/privkey.pem;
  add_header Strict-Transport-Security "max-age=31536000" always;
  client_max_body_size 100m;

  location / {
    proxy_pass http://${upstream};
    proxy_http_version 1.1;
    proxy_set_header Host $host;
    proxy_set_header X-Forwarded-For $remote_addr;
    proxy_set_header X-Forwarded-Host "";
    proxy_set_header X-Forwarded-Proto $scheme;
    proxy_set_header Upgrade $http_upgrade;
    proxy_set_header Connection "";
    proxy_hide_header Strict-Transport-Security;
    proxy_buffering off;          # live news is a stream
    proxy_read_timeout 1h;
  }
}
server {
  listen 80;
  server_name ${host};
  return 301 https://$host$request_uri;
}`,
  caddy: ({ host, upstream }) => `${host} {
  header Strict-Transport-Security "max-age=31536000"
  reverse_proxy ${upstream} {
    flush_interval -1
    header_up -X-Forwarded-Host
  }
}`,
  apache: ({ host, upstream }) => `<VirtualHost *:443>
  ServerName ${host}
  SSLEngine on
  SSLCertificateFile    /etc/letsencrypt/live/${host}/fullchain.pem
  SSLCertificateKeyFile /etc/letsencrypt/live/${host}/privkey.pem
  Header always set Strict-Transport-Security "max-age=31536000"
  ProxyPreserveHost On
  RequestHeader unset X-Forwarded-Host early
  RequestHeader set X-Forwarded-Proto https
  ProxyPass        / http://${upstream}/ flushpackets=on timeout=3600
  ProxyPassReverse / http://${upstream}/
</VirtualHost>`,
  cdn: ({ host, upstream }) => `${host}  CNAME  ${upstream}   (proxied)
TLS to the origin: full, with the certificate checked
Host header to the origin: ${host}
Cache: respect what the origin says; bypass for /v1/*
Buffering and rewriting of HTML, scripts and e-mail addresses: off
HSTS: on, max-age 31536000`,
};
