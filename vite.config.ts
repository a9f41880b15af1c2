import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig, type Plugin } from 'vite';

/**
 * What several pages share comes as a few files instead of fifty: each file costs a page a request, also when it is kept. The code that
 * draws stays apart, since it is asked for later.
 */
const fewFiles: Plugin = {
  name: 'plimsoll-few-files',
  config: {
    order: 'post',
    handler: (config) => {
      if (config.build?.ssr) return undefined;
      const groups = [
        { name: 'framework', test: /node_modules[\\/](?!echarts|zrender|tslib)/ },
        { name: 'shared', test: /[\\/](dashboard|warehouse)[\\/]/, minShareCount: 3 }
      ];
      return { build: { rolldownOptions: { output: { codeSplitting: { groups } } } } };
    }
  }
};

export default defineConfig({
  plugins: [sveltekit(), fewFiles],
  ssr: { external: ['@duckdb/node-api'] }
});
