import type { CoreStrings } from '../locale.ts';

export const coreStrings: CoreStrings = {
  retry: 'Reintentar',
  signIn: 'Iniciar sesión',
  close: 'Cerrar',
  reference: 'Referencia',
  errors: {
    sign_in_required: 'Inicie sesión para ver esto.',
    session_denied: 'Su sesión no permite esto.',
    session_unavailable: 'No se pudo confirmar su sesión.',
    elevation_required: 'Identidad no confirmada. No se cambió nada.',
    origin_not_allowed: 'Este sitio no puede mostrar esto. Su administrador puede añadirlo.',
    not_allowed: 'Su rol no permite esto.',
    not_found: 'Esto ya no existe.',
    conflict: 'Esto cambió entretanto.',
    invalid_request: 'No se aceptó.',
    rate_limited: 'Demasiadas solicitudes. Espere un momento.',
    unavailable: 'Algo falló por nuestra parte.',
    chunk_load: 'No se pudo cargar esta parte de la página.',
    network: 'Sin conexión. Compruebe su red.',
    local_network_blocked: 'Su navegador bloquea la red local.',
  },
};
