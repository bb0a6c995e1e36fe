import HomeIcon from '@mui/icons-material/HomeOutlined';
import { Box, List, Typography } from '@mui/material';
import { useId } from 'react';
import type { Section } from '../section';
import { useVisibleSections } from '../sections';
import { SidebarEntry } from './SidebarEntry';

interface SidebarProps {
  readonly onChosen?: () => void;
}

/** The sections the person may see, under their headings. */
export function Sidebar({ onChosen }: SidebarProps) {
  const headings = [...Map.groupBy(useVisibleSections(), (section) => section.heading)];
  return (
    <Box component="nav" aria-label="Sections" sx={{ p: 1 }}>
      <List disablePadding>
        <SidebarEntry path="/" label="Start" icon={HomeIcon} onChosen={onChosen} />
      </List>
      {headings.map(([heading, sections]) => (
        <HeadedSections key={heading} heading={heading} sections={sections} onChosen={onChosen} />
      ))}
    </Box>
  );
}

interface HeadedSectionsProps extends SidebarProps {
  readonly heading: string;
  readonly sections: readonly Section[];
}

function HeadedSections({ heading, sections, onChosen }: HeadedSectionsProps) {
  const headingId = useId();
  return (
    <>
      <Typography
        id={headingId}
        variant="overline"
        component="p"
        color="textSecondary"
        sx={{ px: 1.25, pt: 1.5, pb: 0.25 }}
      >
        {heading}
      </Typography>
      <List disablePadding aria-labelledby={headingId}>
        {sections.map(({ path, label, icon }) => (
          <SidebarEntry key={path} path={`/${path}`} label={label} icon={icon} onChosen={onChosen} />
        ))}
      </List>
    </>
  );
}
