// SPDX-License-Identifier: Apache-2.0
// What the figures screens draw with; imported by those alone, so that nobody else loads it. Tooltips must be
// renderMode: 'richText': the HTML ones write style attributes, which the page's security policy forbids.
import { BarChart, LineChart } from 'echarts/charts'
import { AriaComponent, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'

use([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, MarkLineComponent, AriaComponent, CanvasRenderer])

export { init }
export type { EChartsCoreOption, EChartsType } from 'echarts/core'
