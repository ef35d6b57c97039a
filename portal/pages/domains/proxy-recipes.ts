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
  client_max_body_size 100m;

  location / {
    proxy_pass http://${upstream};
    proxy_http_version 1.1;
    proxy_set_header Host $host;
    proxy_set_header X-Forwarded-For $remote_addr;
    proxy_set_header X-Forwarded-Host "";
    proxy_set_header Connection "";
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
  reverse_proxy ${upstream} {
    flush_interval -1             # live news is a stream
  }
}`,
  apache: ({ host, upstream }) => `<VirtualHost *:443>
  ServerName ${host}
  SSLEngine on
  SSLCertificateFile    /etc/letsencrypt/live/${host}/fullchain.pem
  SSLCertificateKeyFile /etc/letsencrypt/live/${host}/privkey.pem
  ProxyPreserveHost On
  RequestHeader unset X-Forwarded-Host early
  RequestHeader unset X-Forwarded-For early
  ProxyPass        / http://${upstream}/ flushpackets=on timeout=3600
  ProxyPassReverse / http://${upstream}/
</VirtualHost>
<VirtualHost *:80>
  ServerName ${host}
  Redirect permanent / https://${host}/
</VirtualHost>`,
  cdn: ({ host, upstream }) => `${host}  CNAME  ${upstream}   (proxied)
TLS to the origin: full, with the certificate checked
Host header to the origin: ${host}
X-Forwarded-Host from visitors: removed
Cache key: host, path and query
/v1/*            never cached, never buffered, never compressed; at least 60 s without a byte
/embed/1.0.0/*   as the origin says: a year, never looked up again
/embed/1/*       as the origin says: five minutes
everything else  as the origin says; nothing that says nothing
Rewriting of HTML, scripts and e-mail addresses: off`,
};
