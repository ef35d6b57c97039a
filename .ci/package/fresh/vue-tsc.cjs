// Its command takes the compiler that lies beside it; this one is told which.
const [compiler] = process.argv.splice(2, 1);
require('vue-tsc').run(compiler);
