import type { HandlersOf } from '../../handlers';
import type { DashboardService } from './dashboard.service';

export function dashboardHandlers(dashboard: DashboardService): HandlersOf<'dashboard'> {
  return { get: (context) => dashboard.get(context) };
}
