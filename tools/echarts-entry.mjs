// What the page uses of ECharts, and nothing else: tools/assets.mjs bundles it into one module of its own,
// which the views that draw charts import when they are first shown.
import { use } from "echarts/core";
import { LineChart, LinesChart, ScatterChart } from "echarts/charts";
import { GeoComponent, GraphicComponent, GridComponent, TooltipComponent } from "echarts/components";
import { CanvasRenderer, SVGRenderer } from "echarts/renderers";

use([
  LineChart, LinesChart, ScatterChart,
  GeoComponent, GraphicComponent, GridComponent, TooltipComponent,
  CanvasRenderer, SVGRenderer,
]);

export { getInstanceByDom, init, registerMap } from "echarts/core";
