// What the page uses of ECharts, and nothing else: tools/assets.mjs bundles it into one module of its own,
// which the views that draw charts import when they are first shown.
import { use } from "echarts/core";
import { BarChart, CustomChart, LineChart, LinesChart, MapChart, SankeyChart, ScatterChart } from "echarts/charts";
import {
  AriaComponent,
  DataZoomInsideComponent,
  GeoComponent,
  GraphicComponent,
  GridComponent,
  LegendComponent,
  MarkAreaComponent,
  MarkLineComponent,
  MarkPointComponent,
  TooltipComponent,
  VisualMapComponent,
} from "echarts/components";
import { CanvasRenderer, SVGRenderer } from "echarts/renderers";

use([
  BarChart, CustomChart, LineChart, LinesChart, MapChart, SankeyChart, ScatterChart,
  AriaComponent, DataZoomInsideComponent, GeoComponent, GraphicComponent, GridComponent, LegendComponent,
  MarkAreaComponent, MarkLineComponent, MarkPointComponent, TooltipComponent, VisualMapComponent,
  CanvasRenderer, SVGRenderer,
]);

export { getInstanceByDom, init, registerMap } from "echarts/core";
