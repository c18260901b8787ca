// SPDX-License-Identifier: Apache-2.0
import { createApp } from 'vue'
import '@shared/element'
import { wanted_language } from '@shared/text'
import App from './App.vue'
import { createPages } from './routes'
import { createServices, services_key, stored_language } from './services'

const services = createServices({
  fetch: (input, init) => fetch(input, init),
  open_stream: (path) => new EventSource(path) as never,
  steady_ms: () => performance.now(),
  base: '',
})

void services.text.choose(wanted_language(stored_language(), navigator.languages)).then(() => {
  createApp(App).provide(services_key, services).use(services.text.i18n).use(createPages()).mount('#app')
  void services.session.begin()
})
